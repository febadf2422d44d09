import type { Command } from 'commander';
import { refusal } from '../scenario/errors.ts';
import { type Assignment, parseAssignment } from '../scenario/paths.ts';

/** Reads a decimal number or `inf`; what it may be is for the function that takes it to say. */
export function numberOf(name: string): (text: string) => number {
  return (text) => {
    if (/^\+?(inf|infinity|∞)$/i.test(text)) return Number.POSITIVE_INFINITY;
    if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)) return Number(text);
    throw refusal(name, JSON.stringify(text), 'a number');
  };
}

/** A whole number from `least` to `most`. */
export function integerOf(name: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw refusal(name, JSON.stringify(text), `an integer from ${least} to ${most}`);
  };
}

/** Reads one more --set path=value. */
export const assignments = (text: string, before: Assignment[] = []): Assignment[] => [
  ...before,
  parseAssignment(text),
];

/** The start of an economy and its constants, the same for every closed form. */
export interface StartOptions {
  K0: number;
  T0: number;
  c: number;
  a?: number;
  b?: number;
}

/** required: false where a command has another way to say where it starts. */
export function addStart(command: Command, required = true): Command {
  const add = (flags: string, words: string, name: string): Command =>
    required
      ? command.requiredOption(flags, words, numberOf(name))
      : command.option(flags, words, numberOf(name));
  add('--K0 <x>', 'chips at t = 0 (any unit; above 0)', '--K0');
  add('--T0 <x>', 'training stock at t = 0 (chip-years; 0 or more)', '--T0');
  return add('--c <x>', 'OOMs of inference saved by one OOM of training (above 0)', '--c')
    .option('--a <x>', 'productivity of inference, 1/yr per unit of T^c (1)', numberOf('--a'))
    .option('--b <x>', 'productivity of training, T per chip and year (1)', numberOf('--b'));
}

/** An economy's start as the closed forms take it. */
export function startOf({ K0, T0, c, a = 1, b = 1 }: StartOptions): Required<StartOptions> {
  return { K0, T0, c, a, b };
}

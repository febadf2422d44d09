import type { Command } from 'commander';
import { refusal } from '../scenario/errors.ts';

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

/** The start of an economy and its constants, the same for every closed form. */
export interface StartOptions {
  K0: number;
  T0: number;
  c: number;
  a: number;
  b: number;
}

export function addStart(command: Command): Command {
  return command
    .requiredOption('--K0 <x>', 'chips at t = 0 (any unit; above 0)', numberOf('--K0'))
    .requiredOption('--T0 <x>', 'training stock at t = 0 (chip-years; 0 or more)', numberOf('--T0'))
    .requiredOption('--c <x>', 'OOMs of inference saved by one OOM of training (above 0)', numberOf('--c'))
    .option('--a <x>', 'productivity of inference, 1/yr per unit of T^c', numberOf('--a'), 1)
    .option('--b <x>', 'productivity of training, T per chip and year', numberOf('--b'), 1);
}

/** An economy's start as the closed forms take it. */
export function startOf({ K0, T0, c, a, b }: StartOptions): StartOptions {
  return { K0, T0, c, a, b };
}

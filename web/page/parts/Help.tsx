import { useEffect, useRef } from 'preact/hooks';
import { bindings } from '../keyboard/bindings.ts';
import { isHelpOpen } from '../state/help.ts';

/** The keyboard, listed from the one table that also drives it. */
export function Help() {
  const ref = useRef<HTMLDialogElement>(null);
  const isOpen = isHelpOpen.value;
  useEffect(() => {
    const dialog = ref.current!;
    if (isOpen && !dialog.open) {
      dialog.showModal();
      dialog.scrollTop = 0; // on a phone the button that has the focus lies below the list's end
    }
    if (!isOpen && dialog.open) dialog.close();
  }, [isOpen]);
  const close = () => {
    isHelpOpen.value = false;
  };
  return (
    <dialog ref={ref} class="dialog" aria-labelledby="help-title" onClose={close} {...{ closedby: 'any' }}>
      <div class="dialog-body">
        <h2 id="help-title">Keyboard</h2>
        <table class="keys">
          <tbody>
            {bindings.map(({ shown, does }) => (
              <tr key={does}>
                <th scope="row">{shown.map((key) => (key === '–' ? ' – ' : <kbd key={key}>{key}</kbd>))}</th>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p class="fine">
          In a field, keys type as usual. Drop a scenario file (JSON) anywhere on the page to open it.
        </p>
        <button type="button" class="button" onClick={close}>
          Close
        </button>
      </div>
    </dialog>
  );
}

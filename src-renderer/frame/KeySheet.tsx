import { useText } from '../messages/index.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { hotkeysNow } from '../ui/hotkeys.ts'

/** `?`: every key that acts on this page. */
export function KeySheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const text = useText('frame')
  return (
    <Dialog title={text('keysTitle')} open={open} onClose={onClose} width={640}>
      <ul className="key-list">{open && hotkeysNow().map(({ combo, label }) => <li key={combo}><span>{label}</span><kbd className="key">{combo}</kbd></li>)}</ul>
    </Dialog>
  )
}

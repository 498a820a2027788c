import { useText } from '../messages/index.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { hotkeysNow, type Hotkey } from '../ui/hotkeys.ts'
import { fixedKeys } from './help/fixed-keys.ts'

type Group = { readonly title: string; readonly keys: readonly (readonly [combo: string, label: string])[] }

/** What acts now, by the place where it acts: this page first, then everywhere, then the parts that are on the page. */
function useGroups(open: boolean): readonly Group[] {
  const text = useText('keys')
  if (!open) return []
  const now = hotkeysNow()
  const of = (place: Hotkey['place']) => now.filter((key) => key.place === place).map(({ combo, label }) => [combo, label] as const)
  const groups: Group[] = [
    { title: text('page'), keys: of('page') },
    { title: text('everywhere'), keys: of('everywhere') },
    ...fixedKeys
      .filter(({ selector }) => document.querySelector(selector) !== null)
      .map(({ title, keys }) => ({ title: text(title), keys: keys.map(([combo, label]) => [combo, text(label)] as const) })),
  ]
  return groups.filter(({ keys }) => keys.length > 0)
}

/** `?`: every key that acts on this page. */
export function KeySheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const text = useText('frame')
  const groups = useGroups(open)
  return (
    <Dialog title={text('keysTitle')} open={open} onClose={onClose} width={1120}>
      <div className="key-groups">
        {groups.map(({ title, keys }) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            <ul className="key-list">
              {keys.map(([combo, label]) => (
                <li key={combo}>
                  <span>{label}</span>
                  <kbd className="key">{combo}</kbd>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

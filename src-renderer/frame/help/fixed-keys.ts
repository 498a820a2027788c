import type { TextKey } from '../../messages/index.ts'

/** Keys that belong to a part of the interface itself; shown where such a part is on the page (`selector`). */
export type FixedKeys = {
  readonly title: TextKey<'keys'>
  readonly selector: string
  readonly keys: readonly (readonly [combo: string, label: TextKey<'keys'>])[]
}

export const fixedKeys: readonly FixedKeys[] = [
  {
    title: 'grid',
    selector: '.ag-root-wrapper, .table [data-walks=true]',
    keys: [
      ['↑ ↓ ← →', 'gridMove'],
      ['Enter', 'gridOpen'],
      ['Space', 'gridTick'],
      ['Ctrl+C', 'gridCopy'],
      ['Ctrl+Shift+C', 'gridCopyRow'],
      ['Ctrl+A', 'gridAll'],
      ['Esc', 'gridBack'],
    ],
  },
  {
    title: 'lines',
    selector: '.lines',
    keys: [
      ['Enter', 'linesEdit'],
      ['F2', 'linesCell'],
      ['Delete', 'linesRemove'],
      ['Ctrl+Delete', 'linesRemoveTyping'],
    ],
  },
  {
    title: 'form',
    selector: 'form.form',
    keys: [
      ['Enter', 'formNext'],
      ['Shift+Tab / Tab', 'formWalk'],
      ['Esc', 'formLeave'],
    ],
  },
  {
    title: 'finder',
    selector: 'body',
    keys: [
      ['↑ ↓', 'finderWalk'],
      ['Enter', 'finderOpen'],
      ['Ctrl+Enter', 'finderAct'],
      ['Esc', 'finderClose'],
    ],
  },
  {
    title: 'dialog',
    selector: 'body',
    keys: [
      ['Ctrl+Enter', 'dialogAct'],
      ['Esc', 'dialogClose'],
    ],
  },
]

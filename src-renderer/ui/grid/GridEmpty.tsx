import type { ReactNode } from 'react'
import { useText } from '../../messages/index.ts'
import { Empty } from '../Empty.tsx'

export type EmptyWords = { readonly title: string; readonly hint?: string; readonly action?: ReactNode }

/** Over a list without rows: what it is narrowed by, else what to do about it. */
export function GridEmpty({ filtered, text, empty }: { readonly filtered: boolean; readonly text: string; readonly empty: EmptyWords }) {
  const words = useText('ui')
  const hints = useText('grid')
  return (
    <div className="grid-empty">
      {filtered ? (
        <Empty title={hints('emptyFiltered')} hint={hints('emptyFilteredHint')} />
      ) : text === '' ? (
        <Empty {...empty} />
      ) : (
        <Empty title={words('emptyText', { text })} hint={words('emptyTextHint')} />
      )}
    </div>
  )
}

import type { ReactNode } from 'react'

/** Says what is missing and what to do next. */
export function Empty({ title, hint, action }: { readonly title: string; readonly hint?: string; readonly action?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {hint !== undefined && <p className="empty-hint">{hint}</p>}
      {action}
    </div>
  )
}

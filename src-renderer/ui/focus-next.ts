const stops =
  'input:not([type=hidden]):not([disabled]), textarea:not([disabled]), select:not([disabled]), button[data-stop]:not([disabled])'

/** Puts the cursor into the field after `from`, in the order of its form or dialog. */
export function focusNextField(from: HTMLElement): void {
  const fields = [...(from.closest('form, .dialog-body')?.querySelectorAll<HTMLElement>(stops) ?? [])].filter(
    (field) => field === from || (field.offsetParent !== null && field.tabIndex >= 0),
  )
  const next = fields[fields.indexOf(from) + 1]
  next?.focus()
  if (next instanceof HTMLInputElement) next.select()
}

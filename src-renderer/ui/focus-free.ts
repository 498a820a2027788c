/** Whether rows that come a moment later may take the cursor: not from one who already types, nor from a dialog but one that is closing. */
export function isFocusFree(): boolean {
  const present = document.activeElement
  if (present === null || present === document.body) return true
  const dialog = present.closest('.ant-modal')
  if (dialog !== null) return dialog.matches('[class*="-leave"]')
  return !present.matches('input, textarea, select, [contenteditable=true]')
}

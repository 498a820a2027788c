/** Forms printed on label stock. */
export function isLabelForm(form: string): boolean {
  return form === 'F27' || form === 'F30'
}

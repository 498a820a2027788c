import type { Layer } from './page.ts'

/** Something made for a form once. `said`: everything it depends on besides the form. */
type Keep<T> = (form: object, said: string, make: () => T) => T

/** Keeps as much for every form, then begins anew. The same answer is the same object. */
export function keeper<T>(most: number): Keep<T> {
  const kept = new WeakMap<object, Map<string, T>>()
  return (form, said, make) => {
    let ofForm = kept.get(form)
    if (ofForm === undefined) kept.set(form, (ofForm = new Map<string, T>()))
    const known = ofForm.get(said)
    if (known !== undefined) return known
    if (ofForm.size === most) ofForm.clear()
    const made = make()
    ofForm.set(said, made)
    return made
  }
}

/**
 * What is printed alike on many papers of a form is drawn once and kept; by its identity a back end knows it again. A month
 * of one form has a few dozen: another height of a cell is another printed side.
 */
export const keptLayer = keeper<Layer>(200)

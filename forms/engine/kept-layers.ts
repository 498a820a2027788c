import type { Layer } from './page.ts'

/** A month of one form has a few dozen: another height of a cell is another printed side. */
const mostKept = 200

const kept = new WeakMap<object, Map<string, Layer>>()

/**
 * What is printed alike on many papers of a form is drawn once and kept. `said`: everything it depends on besides the form.
 * The same answer is the same object, by which a back end knows it again.
 */
export function keptLayer(form: object, said: string, draw: () => Layer): Layer {
  const layers = kept.get(form) ?? new Map<string, Layer>()
  kept.set(form, layers)
  const known = layers.get(said)
  if (known !== undefined) return known
  if (layers.size === mostKept) layers.clear()
  const layer = draw()
  layers.set(said, layer)
  return layer
}

import { useMemo, useState } from 'react'
import type { FormId } from '#domain/form-ids'
import { type PaperLook, plainLook } from '#domain/paper-stock'
import { useApiQuery } from '../../api.ts'
import type { DirectPrint } from '../../transport.ts'
import { printingOf, readSeatPrinting, type FormStock, type Printing } from './seat-printing.ts'

/** What a form can be printed on, and how this seat prints it; undefined until the host has said so. */
export function usePrinting(form: FormId | undefined): { readonly stock: FormStock; readonly printing: Printing } | undefined {
  const { data: stocks } = useApiQuery('papers', 'stocks', {})
  const [seat] = useState(readSeatPrinting)
  const stock = stocks?.find((each) => each.form === form)
  return useMemo(() => (stock === undefined ? undefined : { stock, printing: printingOf(seat, stock) }), [seat, stock])
}

/** How this seat prints a form, until a person chooses another look for this time. */
export function usePaperLook(form: FormId | undefined) {
  const seat = usePrinting(form)
  const [chosen, setLook] = useState<PaperLook | null>(null)
  return { seat, look: chosen ?? seat?.printing.look ?? plainLook, setLook }
}

/** How this seat prints every form; none until the host has said what there is. */
export function usePrintings(): readonly { readonly form: FormId; readonly printing: Printing }[] {
  const { data: stocks } = useApiQuery('papers', 'stocks', {})
  const [seat] = useState(readSeatPrinting)
  return useMemo(() => (stocks ?? []).map((stock) => ({ form: stock.form, printing: printingOf(seat, stock) })), [seat, stocks])
}

/** Forms that come out of the same printer on the same paper go in one print. */
export function groupsByPrinter(
  printings: readonly { readonly form: FormId; readonly printing: Printing }[],
): readonly { readonly forms: readonly FormId[]; readonly printing: Printing }[] {
  const groups = new Map<string, { readonly forms: FormId[]; readonly printing: Printing }>()
  for (const { form, printing } of printings) {
    const key = `${printing.printer ?? ''}\n${printing.paper}`
    const group = groups.get(key) ?? { forms: [], printing }
    group.forms.push(form)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** A4 and A5 sheets lie upright in their tray and are printed across; rolls and tractors feed a sheet as it is. */
const turned = /^A\d/

/** Straight on the printer this seat has chosen, at the sheet's true size; undefined asks. */
export function directPrint(
  { printer, paper }: Pick<Printing, 'printer' | 'paper'>,
  { widthMm, heightMm }: { readonly widthMm: number; readonly heightMm: number },
): DirectPrint | undefined {
  return printer === null
    ? undefined
    : {
        deviceName: printer,
        asFed: !turned.test(paper),
        pageSize: { width: Math.round(widthMm * 1000), height: Math.round(heightMm * 1000) },
      }
}

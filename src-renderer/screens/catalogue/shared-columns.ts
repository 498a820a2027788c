import { useMemo } from 'react'
import { useApiQuery, type ApiOutput } from '../../api.ts'
import { useAsked } from '../../frame/use-asked.ts'
import type { useText } from '../../messages/index.ts'
import type { RecordColumn } from '../../ui/record-grid/columns.ts'

type Text = ReturnType<typeof useText<'catalogue'>>
export type Makers = ApiOutput<'catalogue', 'manufacturers'>
const none: Makers = []

export function useMakers(): Makers {
  const { data = none } = useApiQuery('catalogue', 'manufacturers', {})
  // Those in use first: a new record is the first one's.
  return useMemo(() => data.toSorted((a, b) => Number(b.active) - Number(a.active)), [data])
}

/** A tick beside the search: asked by the address, so that the way back finds it so. */
export function useAskedTick(name: string): readonly [boolean, (ticked: boolean) => void] {
  const [asked, ask] = useAsked(name)
  return [asked !== '', (ticked) => ask(ticked ? 'shown' : '')]
}

/** Whether what is retired is shown, too. */
export const useRetired = () => useAskedTick('retired')

/** 在用 or 停用: what is retired is no longer offered, old papers still show it. */
export function activeColumn<R extends { readonly active: boolean }>(text: Text): RecordColumn<R> {
  return { field: 'active', title: text('state'), kind: 'tick', words: [text('active'), text('inactive')], width: 72 }
}

/** Only where there is more than one to choose from. */
export function makerColumn<R extends { readonly manufacturerId: number }>(makers: Makers, text: Text): readonly RecordColumn<R>[] {
  if (makers.length < 2) return []
  return [
    {
      field: 'manufacturerId',
      title: text('maker'),
      kind: 'choice',
      choices: makers.map(({ id, name, shortName, active }) => ({
        value: id,
        label: shortName === '' ? name : shortName,
        retired: !active,
      })),
      width: 130,
    },
  ]
}

import { useMemo, type ReactNode } from 'react'
import { fen } from '#domain/money'
import { api } from '../../api.ts'
import { money, today } from '../../format.ts'
import { useText } from '../../messages/index.ts'
import { TickInput } from '../../ui/fields/inputs.tsx'
import type { RowOf } from '../../ui/Grid.tsx'
import type { RecordColumn } from '../../ui/record-grid/columns.ts'
import { ListPart } from './ListPart.tsx'
import { useAskedTick } from './shared-columns.ts'

type PriceRow = RowOf<'catalogue', 'listPrices'>

/** Prices of the makers' lists with their days; outside them a part costs what it says itself. */
export function PricesPart({ views }: { readonly views: ReactNode }) {
  const text = useText('catalogue')
  const [current, setCurrent] = useAskedTick('current')
  const filter = useMemo(() => ({ partId: null, current }), [current])
  const columns = useMemo<readonly RecordColumn<PriceRow>[]>(
    () => [
      {
        field: 'partCode',
        title: text('code'),
        kind: 'finder',
        editable: 'new',
        width: 170,
        find: {
          search: async (typed) =>
            (await api.catalogue.parts({ text: typed, manufacturerId: null, limit: 20 })).map((part) => ({
              key: String(part.id),
              title: part.name,
              code: part.code,
              detail: `${part.code} · ${money(part.priceFen)}`,
              fill: { partId: part.id, partCode: part.code, partName: part.name },
            })),
        },
      },
      { field: 'partName', title: text('name'), kind: 'text', maxLength: 40, editable: false, width: 160, flex: 1 },
      { field: 'validFrom', title: text('validFrom'), kind: 'date', width: 110 },
      { field: 'validTo', title: text('validTo'), kind: 'date', empty: true, width: 110 },
      { field: 'priceFen', title: text('price'), kind: 'money', zeroIsEmpty: true, width: 100 },
      { field: 'retailPriceFen', title: text('retailPrice'), rank: 3, kind: 'money', empty: true, width: 100 },
      { field: 'source', title: text('priceSource'), rank: 3, kind: 'text', maxLength: 60, width: 180, flex: 1 },
    ],
    [text],
  )
  const newRecord = useMemo<PriceRow>(
    () => ({
      id: 0,
      revision: 0,
      partId: 0,
      manufacturerId: 0,
      partCode: '',
      partName: '',
      validFrom: today(),
      validTo: null,
      priceFen: fen(0),
      retailPriceFen: null,
      source: '',
    }),
    [],
  )
  return (
    <ListPart
      list="prices"
      method="listPrices"
      columns={columns}
      filter={filter}
      views={views}
      newRecord={newRecord}
      nameOf={({ partCode, partName, validFrom }) => (partCode === '' ? '' : `${partCode} ${partName} ${validFrom}`)}
      save={(row, id) => api.catalogue.savePrice({ ...row, id })}
      narrow={
        <TickInput value={current} onChange={setCurrent}>
          {text('inForceToday')}
        </TickInput>
      }
    />
  )
}

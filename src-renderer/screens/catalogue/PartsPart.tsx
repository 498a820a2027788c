import { useMemo, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { fen } from '#domain/money'
import { codesOf, oldPartDuty, origin, partCategory } from '#domain/words'
import { api, useApiQuery } from '../../api.ts'
import { useAsked } from '../../frame/use-asked.ts'
import { useText } from '../../messages/index.ts'
import { WordInput } from '../../ui/fields/SelectInput.tsx'
import type { RowOf } from '../../ui/Grid.tsx'
import { Loading } from '../../ui/Progress.tsx'
import type { RecordColumn } from '../../ui/record-grid/columns.ts'
import { ListPart } from './ListPart.tsx'
import { RetiredTick } from './RetiredTick.tsx'
import { activeColumn, makerColumn, useMakers, useRetired } from './shared-columns.ts'

type PartRow = RowOf<'catalogue', 'listParts'>

/** The parts; `?part=12` shows one of them. */
export function PartsPart({ views }: { readonly views: ReactNode }) {
  const [address] = useSearchParams()
  const asked = Number(address.get('part'))
  const isAsked = Number.isInteger(asked) && asked > 0
  const { data: part, isPending } = useApiQuery('catalogue', 'part', { id: isAsked ? asked : 1 }, { enabled: isAsked })
  if (isAsked && isPending) return <Loading />
  return <Parts key={part?.code ?? ''} views={views} startText={isAsked ? (part?.code ?? '') : ''} />
}

function Parts({ views, startText }: { readonly views: ReactNode; readonly startText: string }) {
  const text = useText('catalogue')
  const makers = useMakers()
  const [askedCategory, setCategory] = useAsked('category')
  const category = codesOf(partCategory).find((code) => code === askedCategory) ?? null
  const [retired] = useRetired()
  const filter = useMemo(() => ({ category, activeOnly: !retired }), [category, retired])
  const columns = useMemo<readonly RecordColumn<PartRow>[]>(
    () => [
      { field: 'code', title: text('code'), kind: 'code', maxLength: 40, width: 144 },
      { field: 'name', title: text('name'), rank: 1, kind: 'text', maxLength: 40, width: 150, flex: 1 },
      { field: 'category', title: text('category'), kind: 'word', table: 'partCategory', codes: codesOf(partCategory), width: 116 },
      { field: 'priceFen', title: text('price'), rank: 1, kind: 'money', zeroIsEmpty: true, width: 92 },
      { field: 'retailPriceFen', title: text('retailPrice'), rank: 3, kind: 'money', zeroIsEmpty: true, width: 92 },
      { field: 'warrantyMonths', title: text('warrantyMonths'), rank: 3, kind: 'number', max: 600, empty: true, width: 84 },
      { field: 'warrantyKm', title: text('warrantyKm'), rank: 3, kind: 'number', max: 999_999, empty: true, width: 84 },
      {
        field: 'oldPartReturn',
        title: text('oldPartReturn'),
        rank: 3,
        kind: 'word',
        table: 'oldPartDuty',
        codes: codesOf(oldPartDuty),
        width: 92,
      },
      { field: 'supplierName', title: text('supplierName'), rank: 4, kind: 'text', maxLength: 60, width: 120 },
      { field: 'supplierCode', title: text('supplierCode'), kind: 'text', maxLength: 40, hidden: true },
      { field: 'unit', title: text('unit'), kind: 'text', maxLength: 10, width: 60, hidden: true },
      { field: 'spec', title: text('spec'), kind: 'text', maxLength: 60, hidden: true },
      { field: 'assembly', title: text('assembly'), kind: 'text', maxLength: 40, hidden: true },
      { field: 'origin', title: text('origin'), kind: 'word', table: 'origin', codes: codesOf(origin), width: 80, hidden: true },
      { field: 'isEngine', title: text('isEngine'), kind: 'tick', width: 100, hidden: true },
      { field: 'serialControlled', title: text('serialControlled'), kind: 'tick', width: 84, hidden: true },
      ...makerColumn<PartRow>(makers, text),
      activeColumn(text),
    ],
    [text, makers],
  )
  const [maker] = makers
  return (
    <ListPart
      list="parts"
      method="listParts"
      columns={columns}
      filter={filter}
      views={views}
      startText={startText}
      nameOf={({ code, name }) => `${code} ${name}`.trim()}
      save={(row, id) => api.catalogue.savePart({ ...row, id })}
      newRecord={
        maker
          ? {
              id: 0,
              revision: 0,
              code: '',
              name: '',
              unit: '个',
              spec: '',
              manufacturerId: maker.id,
              supplierName: '',
              supplierCode: '',
              origin: 'domestic',
              priceFen: fen(0),
              retailPriceFen: fen(0),
              category: category ?? 'normal',
              warrantyMonths: null,
              warrantyKm: null,
              assembly: '',
              isEngine: false,
              serialControlled: false,
              oldPartReturn: 'mustReturn',
              active: true,
            }
          : null
      }
      narrow={
        <>
          <div className="catalogue-choice">
            <WordInput
              aria-label={text('category')}
              placeholder={text('allCategories')}
              empty
              table="partCategory"
              codes={codesOf(partCategory)}
              value={category}
              onChange={(next) => setCategory(next ?? '')}
            />
          </div>
          <RetiredTick />
        </>
      }
    />
  )
}

import { useMemo, type ReactNode } from 'react'
import { api, useApiQuery } from '../../api.ts'
import { today } from '../../format.ts'
import { useAsked } from '../../frame/use-asked.ts'
import { useText } from '../../messages/index.ts'
import { Views } from '../../ui/Choices.tsx'
import type { RowOf } from '../../ui/Grid.tsx'
import type { RecordColumn } from '../../ui/record-grid/columns.ts'
import { ListPart } from './ListPart.tsx'
import { RetiredTick } from './RetiredTick.tsx'
import { activeColumn, useRetired } from './shared-columns.ts'

type Props = { readonly views: ReactNode }
const everyYear = 'all'
const firstPage = { offset: 0, limit: 500, sort: [], text: '', filter: { activeOnly: false } }

export function TechniciansPart({ views }: Props) {
  const text = useText('catalogue')
  const { data: outlets } = useApiQuery('catalogue', 'listOutlets', firstPage)
  const [retired] = useRetired()
  const filter = useMemo(() => ({ activeOnly: !retired }), [retired])
  const columns = useMemo<readonly RecordColumn<RowOf<'catalogue', 'listTechnicians'>>[]>(
    () => [
      { field: 'code', title: text('staffCode'), kind: 'text', maxLength: 40, width: 90 },
      { field: 'name', title: text('staffName'), kind: 'text', maxLength: 60, width: 120, flex: 1 },
      { field: 'grade', title: text('grade'), kind: 'text', maxLength: 20, width: 100 },
      { field: 'teamName', title: text('team'), rank: 3, kind: 'text', maxLength: 20, width: 110 },
      {
        field: 'outletId',
        title: text('outlet'),
        kind: 'choice',
        empty: true,
        choices: (outlets?.rows ?? []).map(({ id, name, active }) => ({ value: id, label: name, retired: !active })),
        width: 140,
      },
      { field: 'phone', title: text('phone'), kind: 'text', maxLength: 30, width: 130 },
      { field: 'certNo', title: text('certNo'), rank: 3, kind: 'text', maxLength: 40, width: 150 },
      { field: 'certExpiresOn', title: text('certExpiresOn'), rank: 3, kind: 'date', empty: true, width: 120 },
      activeColumn(text),
    ],
    [text, outlets],
  )
  return (
    <ListPart
      list="technicians"
      method="listTechnicians"
      columns={columns}
      filter={filter}
      views={views}
      nameOf={({ code, name }) => `${code} ${name}`.trim()}
      save={(row, id) => api.catalogue.saveTechnician({ ...row, id })}
      newRecord={{
        id: 0,
        revision: 0,
        code: '',
        name: '',
        grade: '',
        teamName: '',
        certNo: '',
        certExpiresOn: null,
        phone: '',
        outletId: null,
        active: true,
      }}
      narrow={<RetiredTick />}
    />
  )
}

export function OutletsPart({ views }: Props) {
  const text = useText('catalogue')
  const [retired] = useRetired()
  const filter = useMemo(() => ({ activeOnly: !retired }), [retired])
  const columns = useMemo<readonly RecordColumn<RowOf<'catalogue', 'listOutlets'>>[]>(
    () => [
      { field: 'code', title: text('outletCode'), kind: 'code', maxLength: 40, width: 110 },
      { field: 'name', title: text('outletName'), kind: 'text', maxLength: 60, width: 180, flex: 1 },
      { field: 'contact', title: text('contact'), rank: 3, kind: 'text', maxLength: 60, width: 110 },
      { field: 'phone', title: text('phone'), kind: 'text', maxLength: 30, width: 140 },
      { field: 'address', title: text('address'), kind: 'text', maxLength: 80, width: 220, flex: 2 },
      activeColumn(text),
    ],
    [text],
  )
  return (
    <ListPart
      list="outlets"
      method="listOutlets"
      columns={columns}
      filter={filter}
      views={views}
      nameOf={({ code, name }) => `${code} ${name}`.trim()}
      save={(row, id) => api.catalogue.saveOutlet({ ...row, id })}
      newRecord={{ id: 0, revision: 0, code: '', name: '', contact: '', phone: '', address: '', active: true }}
      narrow={<RetiredTick />}
    />
  )
}

/** Days off and worked weekends: they move the end of a warranty term (domain.md §4.4.4). */
export function HolidaysPart({ views }: Props) {
  const text = useText('catalogue')
  const thisYear = Number(today().slice(0, 4))
  const [asked, ask] = useAsked('year', String(thisYear))
  const year = asked === everyYear ? null : Number(asked) || thisYear
  const filter = useMemo(() => ({ year }), [year])
  const columns = useMemo<readonly RecordColumn<RowOf<'catalogue', 'listHolidays'>>[]>(
    () => [
      { field: 'day', title: text('day'), kind: 'date', editable: 'new', width: 120 },
      { field: 'working', title: text('dayKind'), kind: 'tick', words: [text('working'), text('dayOff')], width: 110 },
      { field: 'note', title: text('limitNote'), kind: 'text', maxLength: 60, width: 300, flex: 1 },
    ],
    [text],
  )
  const years = [thisYear - 1, thisYear, thisYear + 1]
  return (
    <ListPart
      list="holidays"
      method="listHolidays"
      columns={columns}
      filter={filter}
      views={views}
      nameOf={({ day }) => day}
      save={(row, id) => api.catalogue.saveHoliday({ ...row, id })}
      newRecord={{ id: 0, revision: 0, day: today(), working: false, note: '' }}
      narrow={
        <Views
          label={text('year')}
          value={year === null ? everyYear : String(year)}
          onChange={ask}
          views={[...years.map((each) => ({ value: String(each), label: String(each) })), { value: everyYear, label: text('allYears') }]}
        />
      }
    />
  )
}

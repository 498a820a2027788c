import { useMemo, type ReactNode } from 'react'
import { codesOf, faultMode, modelCategory } from '#domain/words'
import { api, useApiQuery } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import type { RowOf } from '../../ui/Grid.tsx'
import type { RecordColumn } from '../../ui/record-grid/columns.ts'
import { FaultTree, useAskedBranch } from './FaultTree.tsx'
import { ListPart } from './ListPart.tsx'
import { RetiredTick } from './RetiredTick.tsx'
import { activeColumn, makerColumn, useMakers, useRetired } from './shared-columns.ts'

type LabourRow = RowOf<'catalogue', 'listLabour'>
type FaultsRow = RowOf<'catalogue', 'listFaults'>
type ModelsRow = RowOf<'catalogue', 'listModels'>
type Props = { readonly views: ReactNode }

export function LabourPart({ views }: Props) {
  const text = useText('catalogue')
  const makers = useMakers()
  const [retired] = useRetired()
  const filter = useMemo(() => ({ activeOnly: !retired }), [retired])
  const columns = useMemo<readonly RecordColumn<LabourRow>[]>(
    () => [
      { field: 'code', title: text('labourCode'), kind: 'code', maxLength: 40, width: 140 },
      { field: 'name', title: text('labourName'), kind: 'text', maxLength: 60, width: 260, flex: 1 },
      { field: 'hours', title: text('hours'), kind: 'number', factor: 100, max: 9990, width: 100 },
      { field: 'system', title: text('system'), kind: 'text', maxLength: 40, width: 140 },
      ...makerColumn<LabourRow>(makers, text),
      activeColumn(text),
    ],
    [text, makers],
  )
  const [maker] = makers
  return (
    <ListPart<'listLabour', LabourRow>
      list="labour"
      method="listLabour"
      columns={columns}
      filter={filter}
      views={views}
      nameOf={({ code, name }) => `${code} ${name}`.trim()}
      save={(row, id) => api.catalogue.saveLabour({ ...row, id })}
      newRecord={maker ? { id: 0, revision: 0, code: '', name: '', manufacturerId: maker.id, hours: 100, system: '', active: true } : null}
      narrow={<RetiredTick />}
    />
  )
}

export function FaultsPart({ views }: Props) {
  const text = useText('catalogue')
  const makers = useMakers()
  const { data: tree } = useApiQuery('catalogue', 'faultTree', {}, { keepPrevious: true })
  const [retired] = useRetired()
  const [branch, setBranch] = useAskedBranch()
  const filter = useMemo(() => ({ activeOnly: !retired, ...branch }), [retired, branch])
  const columns = useMemo<readonly RecordColumn<FaultsRow>[]>(
    () => [
      { field: 'code', title: text('faultCode'), kind: 'code', maxLength: 40, width: 100 },
      { field: 'system', title: text('system'), kind: 'text', maxLength: 40, width: 96 },
      { field: 'assembly', title: text('assemblyShort'), rank: 3, kind: 'text', maxLength: 40, width: 106 },
      { field: 'part', title: text('faultPart'), kind: 'text', maxLength: 40, width: 100 },
      { field: 'mode', title: text('faultMode'), rank: 3, kind: 'word', table: 'faultMode', codes: codesOf(faultMode), width: 72 },
      { field: 'text', title: text('faultText'), rank: 1, kind: 'text', maxLength: 200, width: 160, flex: 2 },
      { field: 'cause', title: text('cause'), rank: 3, kind: 'text', maxLength: 200, width: 100, flex: 1 },
      { field: 'method', title: text('method'), kind: 'text', maxLength: 200, width: 130, flex: 1, hidden: true },
      ...makerColumn<FaultsRow>(makers, text),
      activeColumn(text),
    ],
    [text, makers],
  )
  const [maker] = makers
  return (
    <ListPart<'listFaults', FaultsRow>
      list="faults"
      method="listFaults"
      columns={columns}
      filter={filter}
      views={views}
      nameOf={({ code, part }) => `${code} ${part}`.trim()}
      save={(row, id) => api.catalogue.saveFault({ ...row, id })}
      newRecord={
        maker
          ? {
              id: 0,
              revision: 0,
              code: '',
              manufacturerId: maker.id,
              system: branch.system ?? '',
              assembly: branch.assembly ?? '',
              part: '',
              mode: 'broken',
              text: '',
              cause: '',
              method: '',
              active: true,
            }
          : null
      }
      narrow={<RetiredTick />}
      beside={<FaultTree branches={tree ?? []} chosen={branch} onChoose={setBranch} />}
    />
  )
}

export function ModelsPart({ views }: Props) {
  const text = useText('catalogue')
  const makers = useMakers()
  const { data: policies } = useApiQuery('catalogue', 'policies', {})
  const [retired] = useRetired()
  const filter = useMemo(() => ({ activeOnly: !retired }), [retired])
  const columns = useMemo<readonly RecordColumn<ModelsRow>[]>(
    () => [
      { field: 'code', title: text('modelCode'), kind: 'code', maxLength: 40, width: 140 },
      { field: 'name', title: text('modelName'), kind: 'text', maxLength: 40, width: 200, flex: 1 },
      { field: 'category', title: text('modelCategory'), kind: 'word', table: 'modelCategory', codes: codesOf(modelCategory), width: 130 },
      {
        field: 'policyId',
        title: text('policy'),
        kind: 'choice',
        empty: true,
        choices: (policies ?? []).map(({ id, name }) => ({ value: id, label: name })),
        width: 190,
      },
      { field: 'usesVin', title: text('usesVin'), rank: 3, kind: 'tick', width: 110 },
      { field: 'usesMileage', title: text('usesMileage'), rank: 3, kind: 'tick', width: 110 },
      { field: 'serialRule', title: text('serialRule'), rank: 3, kind: 'text', maxLength: 80, width: 140 },
      ...makerColumn<ModelsRow>(makers, text),
      activeColumn(text),
    ],
    [text, makers, policies],
  )
  const [maker] = makers
  return (
    <ListPart<'listModels', ModelsRow>
      list="models"
      method="listModels"
      columns={columns}
      filter={filter}
      views={views}
      nameOf={({ code, name }) => `${code} ${name}`.trim()}
      save={(row, id) => api.catalogue.saveModel({ ...row, id })}
      newRecord={
        maker
          ? {
              id: 0,
              revision: 0,
              code: '',
              name: '',
              category: 'motorcycle',
              manufacturerId: maker.id,
              policyId: null,
              usesVin: true,
              usesMileage: true,
              serialRule: '',
              active: true,
            }
          : null
      }
      narrow={<RetiredTick />}
    />
  )
}

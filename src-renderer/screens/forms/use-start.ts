import { useEffect, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { offered } from '#domain/catalogue'
import type { AppError } from '#domain/errors'
import { settledRow, rowsWithPreset, type FillSection } from '#domain/form-fill'
import type { FilledFormId } from '#domain/form-ids'
import type { SheetContent } from '#domain/gather/gathered'
import { api, refusalOf, useApiQuery } from '../../api.ts'
import type { FilledRecord, Start } from './use-filling.ts'

/** The rows as the screen shows them, so that a finding's row is the row one sees. */
function laidOut(sections: readonly FillSection[], content: SheetContent): SheetContent {
  const tables = sections.flatMap((section) =>
    section.kind === 'table'
      ? [[section.key, rowsWithPreset(section, content.tables[section.key] ?? []).map((row) => settledRow(section.columns, row))] as const]
      : [],
  )
  return { ...content, tables: Object.fromEntries(tables) }
}

type Asked = {
  readonly form: FilledFormId
  readonly workOrderId: number | null
  readonly copyId: number | null
  readonly makerId: number | null
}

/** A new one: from an order (`order`), like another one (`copy`), or with what the station knows. */
async function begin({ form, workOrderId, copyId, makerId }: Asked): Promise<Omit<Start, 'id' | 'revision' | 'blankId'>> {
  const copied = copyId === null ? null : await api.forms.get({ id: copyId })
  const order = workOrderId === null ? null : await api.workOrders.get({ id: workOrderId })
  const manufacturerId =
    copied?.manufacturerId ?? order?.manufacturerId ?? makerId ?? offered(await api.catalogue.manufacturers({}))[0]?.id ?? 0
  const begun = await api.forms.begin({ form, manufacturerId, workOrderId })
  if (copied === null) return { content: begun, manufacturerId, workOrderId }
  const fresh = Object.fromEntries(
    ['filledOn', 'filledBy'].flatMap((key) => (key in begun.values ? [[key, begun.values[key] ?? null]] : [])),
  )
  return { content: { ...copied.content, values: { ...copied.content.values, ...fresh } }, manufacturerId, workOrderId: copied.workOrderId }
}

/** What the screen opens with, and the record behind it as it stands on file. */
export function useStart(
  form: FilledFormId,
  id: number | null,
): {
  readonly sections: readonly FillSection[] | undefined
  readonly start: Start | null
  readonly stored: FilledRecord | undefined
  readonly error: AppError | null
} {
  const asked = useSearchParams()[0]
  const number = (key: string) => (asked.get(key) === null ? null : Number(asked.get(key)))
  const [begun, setBegun] = useState<Start | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const { data: record, error } = useApiQuery('forms', 'get', { id: id ?? 0 }, { enabled: id !== null })
  const manufacturerId = begun?.manufacturerId ?? record?.manufacturerId
  const { data: sections, error: noSections } = useApiQuery(
    'forms',
    'sections',
    { form, manufacturerId: manufacturerId ?? 0 },
    { enabled: manufacturerId !== undefined },
  )
  const isNew = id === null
  const [workOrderId, copyId, makerId, blankId] = [number('order'), number('copy'), number('maker'), number('blank')]
  useEffect(() => {
    if (!isNew) return undefined
    let wanted = true
    begin({ form, workOrderId, copyId, makerId }).then(
      (found) => {
        if (wanted) setBegun((now) => now ?? { ...found, id: null, revision: 0, blankId })
      },
      (reason: unknown) => {
        if (wanted) setFailure(refusalOf(reason))
      },
    )
    return () => {
      wanted = false
    }
  }, [isNew, form, workOrderId, copyId, makerId, blankId])
  const fresh = useMemo(
    () => (begun === null || sections === undefined ? null : { ...begun, content: laidOut(sections, begun.content) }),
    [begun, sections],
  )
  const stored =
    record === undefined || sections === undefined ? undefined : { ...record, content: laidOut(sections, record.content), blankId: null }
  return { sections, start: fresh ?? stored ?? null, stored, error: failure ?? error ?? noSections }
}

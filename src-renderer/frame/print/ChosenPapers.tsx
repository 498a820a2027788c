import { useState } from 'react'
import type { AppError } from '#domain/errors'
import type { FormId } from '#domain/form-ids'
import { api, refusalOf } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Message, Notice } from '../../ui/Notice.tsx'
import { PrintDialog } from './PrintDialog.tsx'

/** Papers printed in one go. */
export const mostPapers = 500

/** `word`: the act, for so many records or papers; `none`: what is said when the chosen records have no such paper. */
type Kind = { readonly word: (count: number) => string; readonly none: string; readonly forms: readonly FormId[] }
type Props = {
  /** what the chosen records are, as the list of papers knows them */
  readonly field: 'workOrderId' | 'requestId'
  readonly ids: readonly number[]
  readonly kinds: readonly Kind[]
}

/** Prints the valid papers of the chosen records together, one button for each kind of paper. */
export function ChosenPapers({ field, ids, kinds }: Props) {
  const text = useText('printing')
  const [found, setFound] = useState<{ readonly kind: Kind; readonly papers: readonly number[]; readonly total: number } | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const look = async (kind: Kind) => {
    setFailure(null)
    try {
      const { rows, total } = await api.papers.list({
        offset: 0,
        limit: mostPapers,
        sort: [{ column: 'number', direction: 'asc' }],
        text: '',
        filter: { form: null, status: 'issued', period: null },
        filters: [
          { field, op: 'ids', value: ids },
          { field: 'form', op: 'in', value: [...kind.forms] },
        ],
      })
      setFound({ kind, papers: rows.map(({ id }) => id), total })
    } catch (error) {
      setFailure(refusalOf(error))
    }
  }
  if (ids.length === 0) return null
  const isPrinting = found !== null && found.total > 0 && found.total <= mostPapers
  return (
    <>
      {kinds.map((kind, index) => (
        <Button key={kind.forms[0]} hotkey={index === 0 && !isPrinting ? 'Ctrl+P' : ''} onClick={() => look(kind)}>
          {kind.word(ids.length)}
        </Button>
      ))}
      <Notice refusal={failure} onClose={() => setFailure(null)} />
      {found?.total === 0 && <Message tone="warn">{found.kind.none}</Message>}
      {found !== null && found.total > mostPapers && (
        <Message tone="warn">{text('tooManyPapers', { count: found.total, most: mostPapers })}</Message>
      )}
      {isPrinting && <PrintDialog title={found.kind.word(found.total)} ids={found.papers} onClose={() => setFound(null)} />}
    </>
  )
}

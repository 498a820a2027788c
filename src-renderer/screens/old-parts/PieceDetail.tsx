import { useEffect, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { contract } from '#contract/index'
import { codesOf, origin } from '#domain/words'
import { KeptNumber } from '../../frame/print/KeptNumber.tsx'
import { useMay } from '../../frame/session.ts'
import { useApiCommand, useApiQuery, type ApiOutput } from '../../api.ts'
import { dayTime } from '../../format.ts'
import { useText, useWord } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { DueTag } from '../../ui/DueTag.tsx'
import { TextAreaField, TextField, WordField } from '../../ui/fields/fields.tsx'
import { FieldGrid, Form } from '../../ui/Form.tsx'
import { GroupLock } from '../../ui/GroupLock.tsx'
import { useHotkey } from '../../ui/hotkeys.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { RecordFormState, useRecordForm } from '../../ui/record-form.tsx'
import { useLatest } from '../../ui/use-latest.ts'
import { StepHistory } from '../../ui/StepHistory.tsx'
import { Facts, FrameNumber, StatusTag } from '../../ui/values.tsx'
import { PrintDialog } from '../../frame/print/PrintDialog.tsx'
import { PieceAfter } from './PieceAfter.tsx'
import { eventWord, isClockRunning } from './part-words.ts'

type Detail = ApiOutput<'returnedParts', 'get'>
const pieceForm = contract.returnedParts.save.input

export function PieceDetail({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const { data, error, refetch, isFetching } = useApiQuery('returnedParts', 'get', { id })
  if (data !== undefined) return <PieceView piece={data} isArriving={isFetching} onClose={onClose} />
  return (
    <>
      <Notice refusal={error} onRetry={() => void refetch()} onClose={onClose} />
      {error === null && <Loading />}
    </>
  )
}

type PieceViewProps = {
  readonly piece: Detail
  /** the piece as it is now is on its way */
  readonly isArriving: boolean
  readonly onClose: () => void
}

/** One piece: where it comes from, where it lies, what its label says, what happened to it. */
function PieceView({ piece, isArriving, onClose }: PieceViewProps) {
  const text = useText('oldParts')
  const word = useWord()
  const mayEdit = useMay('collectOldPart')
  const [printing, setPrinting] = useState(false)
  const stored = useMemo(() => pieceForm.parse(piece), [piece])
  const record = useRecordForm(pieceForm, stored, {
    key: `returnedPart:${piece.id}`,
    title: `${text('detail')} ${piece.labelNo || piece.partName}`,
  })
  const {
    form: {
      control,
      formState: { isDirty },
      handleSubmit,
    },
  } = record
  const save = useApiCommand('returnedParts', 'save')
  const submit = handleSubmit(async (values) => {
    const settle = record.sending()
    const answer = await save.run(values)
    if (answer !== null) settle(answer.revision)
  })
  // Right behind 入库 the form does not know the shelf yet: what is typed is saved on top of what the step wrote.
  const [wanted, setWanted] = useState(false)
  const submitNow = useLatest(submit)
  useEffect(() => {
    if (!wanted || isArriving) return
    setWanted(false)
    void submitNow.current()
  }, [wanted, isArriving, submitNow])
  useHotkey('Escape', onClose, text('close'), !printing)
  const isHere = isClockRunning(piece.status)
  const lost = piece.history.findLast(({ event }) => event === 'lose')
  return (
    <div className="piece">
      <header className="piece-head">
        <b>{piece.partName}</b>
        <span className="mono muted">{piece.labelNo || text('noLabel')}</span>
        <StatusTag table="returnedPartStatus" code={piece.status} />
        <DueTag dueOn={piece.dueOn} state={piece.taskState} running={isHere} />
        <span className="spring" />
        <Button size="small" kind="quiet" onClick={onClose}>
          {text('close')}
        </Button>
      </header>
      <Notice refusal={save.refusal} onClose={save.clear} />
      <RecordFormState record={record} />
      {piece.labelNo === '' && <KeptNumber kind="returnedPart" id={piece.id} />}
      <Facts
        columns={2}
        facts={[
          {
            label: text('order'),
            value: (
              <Link className="link figures" to={`/work-orders/${piece.workOrderId}`}>
                {piece.workOrderNo}
              </Link>
            ),
          },
          { label: text('customer'), value: piece.customerName },
          { label: text('model'), value: piece.modelName },
          { label: text('frameNo'), value: <FrameNumber value={piece.frameNo} /> },
          { label: text('partCode'), value: <span className="mono">{piece.partCode}</span> },
          { label: text('voucher'), value: piece.voucherNo },
          { label: text('removedAt'), value: dayTime(piece.removedAt) },
          {
            label: text('manifest'),
            value:
              piece.manifestId === null ? (
                ''
              ) : (
                <Link className="link" to={`/manifests/${piece.manifestId}`}>
                  {piece.manifestNo || text('openManifest')} · {text('boxOf', { no: piece.boxNo ?? '' })}
                </Link>
              ),
          },
          ...(piece.verdict === 'pending'
            ? []
            : [
                {
                  label: text('verdict'),
                  value: (
                    <>
                      <StatusTag table="verdict" code={piece.verdict} /> {piece.rejectReason}
                    </>
                  ),
                },
              ]),
          ...(lost === undefined ? [] : [{ label: eventWord('lose', text), value: lost.note, wide: true }]),
          ...(piece.disposal === null ? [] : [{ label: text('disposal'), value: word('disposal', piece.disposal) }]),
        ]}
      />
      <PieceAfter piece={piece} />
      <Form
        label={text('detail')}
        onSubmit={() => setWanted(true)}
        readOnly={!mayEdit || !isHere}
        frozen={piece.labelNo === '' ? null : { by: piece.labelNo, fields: ['faultDesc', 'preliminary', 'origin'] }}
      >
        <GroupLock fields={['faultDesc', 'preliminary', 'origin']} />
        <FieldGrid columns={3}>
          <TextAreaField control={control} name="faultDesc" label={text('faultDesc')} maxLength={200} span="all" />
          <TextField control={control} name="preliminary" label={text('preliminary')} maxLength={60} />
          <WordField control={control} name="origin" label={text('origin')} table="origin" codes={codesOf(origin)} />
          <TextField control={control} name="storageBin" label={text('bin')} maxLength={20} upperCase />
        </FieldGrid>
        <div className="piece-foot">
          {piece.paperId !== null && (
            <Button size="small" onClick={() => setPrinting(true)}>
              {text('openLabel')}
            </Button>
          )}
          <span className="spring" />
          {mayEdit && isHere && (
            <Button size="small" hotkey="Ctrl+S" disabled={!isDirty} running={wanted || save.running} onClick={() => setWanted(true)}>
              {text('save')}
            </Button>
          )}
        </div>
      </Form>
      <StepHistory rows={piece.history} eventWord={(event) => eventWord(event, text)} />
      {printing && piece.paperId !== null && <PrintDialog title={piece.labelNo} ids={[piece.paperId]} onClose={() => setPrinting(false)} />}
    </div>
  )
}

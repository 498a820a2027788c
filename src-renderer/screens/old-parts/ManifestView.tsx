import { useMemo, useState } from 'react'
import { manifestAction, manifestLine, manifestMachine } from '#domain/manifest'
import type { ManifestStatus } from '#domain/words'
import { useApiQuery } from '../../api.ts'
import { useText, useWord } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { useHotkey } from '../../ui/hotkeys.ts'
import { Page } from '../../ui/Page.tsx'
import { StepBar } from '../../ui/StepBar.tsx'
import { StatusTag } from '../../ui/values.tsx'
import { ManifestContents } from './ManifestContents.tsx'
import { ManifestDialog } from './ManifestDialogs.tsx'
import { PackingBench } from './PackingBench.tsx'
import { PrintDialog } from '../../frame/print/PrintDialog.tsx'
import { KeptNumber } from '../../frame/print/KeptNumber.tsx'
import { useDoneBy } from '../../frame/session.ts'
import { useBack } from '../../frame/use-back.ts'
import { eventWord, kilograms, type ManifestDetail } from './part-words.ts'

const lineStates = manifestLine.reduce<ManifestStatus[]>((states, event) => {
  const to = manifestMachine[states.at(-1) ?? 'new'][event]
  return to === undefined ? states : [...states, to]
}, [])

/** What the dialog of a step asks; the step bar does not call it missing. */
const asked: Readonly<Record<string, readonly string[]>> = {
  seal: ['packer'],
  ship: ['method', 'carrier', 'waybillNo'],
  receive: ['receivedAt', 'boxesReceived', 'diffNote'],
  judge: ['boxes'],
  withdraw: ['reason', 'carrierReturned'],
}

/** One manifest: while a draft it is packed, then it is looked at and followed; the foot counts and takes the steps. */
export function ManifestView({ manifest, refetch }: { readonly manifest: ManifestDetail; readonly refetch: () => unknown }) {
  const text = useText('oldParts')
  const word = useWord()
  const doneBy = useDoneBy(manifestAction)
  const [asking, setAsking] = useState<string | null>(null)
  const [paperId, setPaperId] = useState<number | null>(null)
  const [previewing, setPreviewing] = useState(false)
  const [boxNo, setBoxNo] = useState(() => manifest.boxes.at(-1)?.boxNo ?? 1)
  const { data: makers } = useApiQuery('catalogue', 'manufacturers', {})
  const { status, boxes, papers } = manifest
  const isDraft = status === 'draft'
  const openBox = boxes.some((box) => box.boxNo === boxNo) ? boxNo : (boxes.at(-1)?.boxNo ?? 1)
  const isIdle = asking === null && paperId === null && !previewing
  const back = useBack('/old-parts?view=manifests')
  useHotkey('Escape', back, text('back'), isIdle)
  const steps = useMemo(
    () =>
      manifest.steps.map((step) => ({
        ...step,
        word: eventWord(step.event, text),
        doneBy: doneBy(step.event),
        problems: step.problems.filter(({ field }) => field === null || !(asked[step.event]?.includes(field) ?? false)),
      })),
    [manifest.steps, text, doneBy],
  )
  const issued = papers.find((paper) => paper.status === 'issued')
  const form = makers?.find(({ id }) => id === manifest.manufacturerId)?.returnTemplate ?? 'F31'
  const pieces = boxes.reduce((sum, box) => sum + box.pieces.reduce((all, { qty }) => all + qty, 0), 0)
  const weighed = boxes.filter(({ weightGrams }) => weightGrams !== null)
  const weight = weighed.reduce((sum, { weightGrams }) => sum + (weightGrams ?? 0), 0)
  return (
    <Page
      title={text('manifest')}
      onBack={back}
      fill
      beside={
        <>
          <span className="figures">{manifest.no}</span>
          <StatusTag table="manifestStatus" code={status} />
          {isDraft && <span className="muted">{manifest.manufacturerName}</span>}
        </>
      }
    >
      {isDraft && <KeptNumber kind="manifest" id={manifest.id} />}
      {isDraft ? (
        <PackingBench manifest={manifest} boxNo={openBox} onBox={setBoxNo} isIdle={isIdle} onBack={back} />
      ) : (
        <ManifestContents manifest={manifest} onPaper={setPaperId} />
      )}
      <footer className="manifest-foot">
        <div className="manifest-figures">
          {isDraft && <b className="figures">{text('footBoxes', { no: openBox, total: boxes.length })}</b>}
          {!isDraft && <b className="figures">{text('sealSum', { boxes: boxes.length, pieces })}</b>}
          {isDraft && <span className="figures">{text('footPieces', { count: pieces })}</span>}
          {weighed.length > 0 && <span className="figures">{text('footWeight', { weight: kilograms(weight) })}</span>}
          {weighed.length < boxes.length && isDraft && (
            <span className="muted figures">{text('footNoWeight', { count: boxes.length - weighed.length })}</span>
          )}
          <span className="spring" />
          {(isDraft || status === 'sealed') && (
            <Button size="small" hotkey={isIdle ? 'F2' : ''} onClick={() => setAsking('details')}>
              {text('details')}
            </Button>
          )}
          <Button
            size="small"
            hotkey={isIdle ? 'Ctrl+P' : ''}
            disabled={issued === undefined && pieces === 0}
            onClick={() => (issued === undefined ? setPreviewing(true) : setPaperId(issued.id))}
          >
            {text(issued === undefined ? 'preview' : 'print')}
          </Button>
        </div>
        <StepBar
          states={lineStates.map((code) => ({ code, word: word('manifestStatus', code) }))}
          current={status}
          steps={steps}
          onStep={setAsking}
        />
      </footer>
      {asking !== null && (
        <ManifestDialog
          asked={asking}
          manifest={manifest}
          pieces={pieces}
          refetch={refetch}
          onClose={() => setAsking(null)}
          onPaper={setPaperId}
        />
      )}
      {paperId !== null && (
        <PrintDialog title={text('paperTitle', { number: manifest.no })} ids={[paperId]} onClose={() => setPaperId(null)} />
      )}
      {previewing && <PrintDialog title={text('preview')} draft={{ form, ref: manifest.id }} onClose={() => setPreviewing(false)} />}
    </Page>
  )
}

import { useState } from 'react'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { useMay, useSession } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Message, Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Page.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { platform } from '../../transport.ts'
import { CopyLine } from './CopyLine.tsx'

/** Sample data: what is left of them here, and how they go. */
export function SamplesPart() {
  return useSession().demo ? <FromDemo /> : <Samples />
}

/** A demo station stays one; a real one is begun beside it. */
function FromDemo() {
  const text = useText('settings')
  return (
    <Section id="samples" title={text('samples')}>
      <div className="settings-stack">
        <Message tone="now">{text('demoHere')}</Message>
        <p>{text('startReal')}</p>
        <CopyLine words={platform === 'desktop' ? text('startRealDesktop') : 'npm start -- --data D:\\sanbao'} />
        <p className="muted small">{text('startRealHint')}</p>
      </div>
    </Section>
  )
}

function Samples() {
  const text = useText('settings')
  const mayManage = useMay('manageStation')
  const { data, error } = useApiQuery('station', 'samples', {})
  const drop = useApiCommand('station', 'dropSamples')
  const load = useApiCommand('station', 'loadSamples')
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState<{ readonly deleted: number; readonly retired: number } | null>(null)
  const run = async () => {
    const answer = await drop.run({})
    setDone(answer)
    if (answer !== null) setAsking(false)
  }
  if (error) return <Notice refusal={error} />
  if (!data) return <Loading />
  const { models, parts, labourCodes, faultCodes } = data.counts
  const isInUse = models + parts + labourCodes + faultCodes > 0
  return (
    <Section
      id="samples"
      title={text('samples')}
      actions={
        mayManage &&
        (isInUse ? (
          <Button kind="danger" onClick={() => setAsking(true)}>
            {text('dropSamples')}
          </Button>
        ) : (
          !data.loaded && (
            <Button running={load.running} onClick={() => load.run({}).then(() => setDone(null))}>
              {text('loadSamples')}
            </Button>
          )
        ))
      }
    >
      <div className="settings-stack">
        {!asking && <Notice refusal={drop.refusal ?? load.refusal} />}
        {done !== null && <Message tone="ok">{text('samplesDropped', { deleted: done.deleted, retired: done.retired })}</Message>}
        <p>
          {isInUse
            ? text('samplesHere', { maker: data.maker, models, parts, labour: labourCodes, faults: faultCodes })
            : data.loaded
              ? text('samplesRetired', { maker: data.maker })
              : text('samplesNone')}
        </p>
        {data.policies.length > 0 && (
          <Message tone="warn">{text('samplePolicies', { names: data.policies.join(text('listSign')) })}</Message>
        )}
      </div>
      <Dialog
        title={text('dropSamples')}
        open={asking}
        onClose={() => setAsking(false)}
        refusal={drop.refusal}
        act={{ word: text('dropSamples'), run, danger: true, running: drop.running }}
      >
        <p>{text('dropSamplesHint')}</p>
      </Dialog>
    </Section>
  )
}

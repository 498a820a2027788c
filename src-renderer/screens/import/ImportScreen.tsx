import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { AppError } from '#domain/errors'
import { refusalOf, useApiCommand, useApiQuery, type ApiOutput } from '../../api.ts'
import { count, dayTime } from '../../format.ts'
import { useMay } from '../../frame/session.ts'
import { useText } from '../../messages/index.ts'
import { upload } from '../../transport.ts'
import { Button } from '../../ui/Button.tsx'
import { Views } from '../../ui/Choices.tsx'
import { FilePick } from '../../ui/FilePick.tsx'
import { useHotkey } from '../../ui/hotkeys.ts'
import { Message, Notice } from '../../ui/Notice.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { Table } from '../../ui/Table.tsx'
import { ImportPreview } from './ImportPreview.tsx'
import './import.css'
import type { ImportKind, Preview } from './preview.ts'

type Done = ApiOutput<'imports', 'apply'>

const words = { 'work-orders': 'workOrders', customers: 'customers', parts: 'parts' } as const
const hints = { 'work-orders': 'workOrdersHint', customers: 'customersHint', parts: 'partsHint' } as const
const ways = { 'work-orders': '/work-orders', customers: '/customers', parts: '/catalogue' } as const
const kinds: readonly ImportKind[] = ['customers', 'parts', 'work-orders']

/** Kind and template → workbook → what it would do → one transaction. Nothing is saved before 导入. */
export function ImportScreen() {
  const text = useText('imports')
  const navigate = useNavigate()
  const mayImport = useMay('importData')
  const pick = useRef<HTMLDivElement>(null)
  useHotkey('Ctrl+O', () => pick.current?.querySelector('button')?.click(), text('step2'), mayImport)
  const [kind, setKind] = useState<ImportKind>('customers')
  const [file, setFile] = useState<string | null>(null)
  const [preview, setPreview] = useState<Preview | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const [failure, setFailure] = useState<AppError | null>(null)
  const template = useApiCommand('imports', 'template')
  const check = useApiCommand('imports', 'preview')
  const reset = () => {
    setPreview(null)
    setFailure(null)
    check.clear()
  }
  const choose = async (chosen: File) => {
    reset()
    setDone(null)
    setFile(chosen.name)
    try {
      setPreview(await check.run({ kind, uploadId: await upload(chosen) }))
    } catch (error) {
      setFailure(refusalOf(error))
    }
  }
  const fetchTemplate = async () => {
    const produced = await template.run({ kind })
    if (produced !== null) saveFile(produced)
  }
  if (!mayImport) return <Page title={text('title')}><Message tone="wait">{text('mayNot')}</Message><History /></Page>
  return (
    <Page title={text('title')} fill={preview !== null}>
      {preview === null && (
        <Section id="kind" title={text('step1')} actions={<Button running={template.running} hotkey="Ctrl+D" onClick={fetchTemplate}>{text('template')}</Button>}>
          <Views label={text('kind')} value={kind} onChange={(next) => { setKind(next); reset() }} views={kinds.map((value) => ({ value, label: text(words[value]) }))} />
          <p className="import-hint">{text(hints[kind])}</p>
          <p className="muted small">{text('templateHint')}</p>
          <Notice refusal={template.refusal} />
        </Section>
      )}
      {done !== null && <Message tone="ok" action={<Button size="small" onClick={() => void navigate(ways[kind])}>{text('goTo')}</Button>}>{text('done', { created: count(done.created), updated: count(done.updated), unchanged: count(done.unchanged) })}</Message>}
      {preview === null && (
        <Section id="file" title={text('step2')}>
          <div ref={pick}><FilePick kinds={['.xlsx']} chosen={file ?? text('drop')} onFile={(chosen) => void choose(chosen)} /></div>
          {check.running && <Progress label={text('checking')} done={null} of={1} />}
          <Notice refusal={failure ?? check.refusal} />
        </Section>
      )}
      {preview !== null && <ImportPreview preview={preview} file={file ?? ''} kind={text(words[kind])} onLeave={reset} onApplied={(result) => { setPreview(null); setFile(null); setDone(result) }} />}
      {preview === null && <History />}
    </Page>
  )
}

function History() {
  const text = useText('imports')
  const { data, error } = useApiQuery('imports', 'history', {})
  return (
    <Section id="history" title={text('history')}>
      <Notice refusal={error} />
      <Table
        label={text('history')} rows={data ?? []} rowKey={(_, index) => index} empty={text('historyNone')}
        columns={[
          { key: 'at', title: text('at'), width: 132, render: ({ at }) => dayTime(at) }, { key: 'kind', title: text('kind'), width: 110, render: ({ kind }) => text(words[kind]) }, { key: 'file', title: text('file'), render: ({ file }) => file },
          { key: 'created', title: text('created'), width: 80, right: true, render: ({ created }) => count(created) }, { key: 'updated', title: text('updated'), width: 80, right: true, render: ({ updated }) => count(updated) }, { key: 'by', title: text('by'), width: 90, render: ({ by }) => by },
        ]}
      />
    </Section>
  )
}

import { useEffect, useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { catalogueLists, rightOf, type CatalogueList } from '#domain/catalogue'
import type { AppError } from '#domain/errors'
import { mayDo } from '#domain/permissions'
import { refusalOf, useApiCommand, useApiQuery, type ApiOutput } from '../../api.ts'
import { count, dayTime } from '../../format.ts'
import { useMay, useMe } from '../../frame/session.ts'
import { useBack } from '../../frame/use-back.ts'
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
import { useLatest } from '../../ui/use-latest.ts'
import './import.css'
import type { ImportKind, Preview } from './preview.ts'

type Done = ApiOutput<'imports', 'apply'>

const kinds: readonly ImportKind[] = ['customers', 'work-orders', ...catalogueLists]

/** The list of 资料 a kind is, null for work orders and customers. */
function listOf(kind: ImportKind): CatalogueList | null {
  return kind === 'customers' || kind === 'work-orders' ? null : kind
}

function wayTo(kind: ImportKind): string {
  const list = listOf(kind)
  return list === null ? `/${kind}` : `/catalogue?view=${list}`
}

/** What a kind is called: a list of 资料 as it is there. */
function useKindWord(): (kind: ImportKind) => string {
  const text = useText('imports')
  const lists = useText('catalogue')
  return (kind) => {
    const list = listOf(kind)
    return list === null ? text(kind === 'customers' ? 'customers' : 'workOrders') : lists(`list.${list}`)
  }
}

function hintOf(kind: ImportKind) {
  const list = listOf(kind)
  return list === null ? (kind === 'customers' ? 'customersHint' : 'workOrdersHint') : (`hint.${list}` as const)
}

/** Kind and template → workbook → what it would do → one transaction. Nothing is saved before 导入. `?kind=labour` comes from that list. */
export function ImportScreen() {
  const text = useText('imports')
  const navigate = useNavigate()
  const mayImport = useMay('importData')
  const pick = useRef<HTMLDivElement>(null)
  useHotkey('Ctrl+O', () => pick.current?.querySelector('button')?.click(), text('step2'), mayImport)
  const wordOf = useKindWord()
  const role = useMe()?.role
  const mine = kinds.filter((each) => {
    const list = listOf(each)
    return list === null || (role !== undefined && mayDo(role, rightOf[list]))
  })
  const [search, setSearch] = useSearchParams()
  const asked = mine.find((each) => each === search.get('kind'))
  const kind = asked ?? 'customers'
  const back = useBack(wayTo(kind))
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
  const begun = useLatest(kind)
  const choose = async (chosen: File) => {
    reset()
    setDone(null)
    setFile(chosen.name)
    try {
      const checked = await check.run({ kind, uploadId: await upload(chosen) })
      if (begun.current === kind) setPreview(checked)
    } catch (error) {
      if (begun.current === kind) setFailure(refusalOf(error))
    }
  }
  // A file was chosen for what it was then to be.
  const clear = useLatest(() => {
    reset()
    setFile(null)
    setDone(null)
  })
  useEffect(() => () => clear.current(), [kind, clear])
  const fetchTemplate = async () => {
    const produced = await template.run({ kind })
    if (produced !== null) saveFile(produced)
  }
  if (!mayImport)
    return (
      <Page title={text('title')}>
        <Message tone="wait">{text('mayNot')}</Message>
        <History />
      </Page>
    )
  return (
    <Page title={text('title')} fill={preview !== null} {...(asked !== undefined && preview === null ? { onBack: back } : {})}>
      {preview === null && (
        <Section
          id="kind"
          title={text('step1')}
          actions={
            <Button running={template.running} hotkey="Ctrl+D" onClick={fetchTemplate}>
              {text('template')}
            </Button>
          }
        >
          <Views
            label={text('kind')}
            value={kind}
            onChange={(next) => setSearch({ kind: next }, { replace: true })}
            views={mine.map((value) => ({ value, label: wordOf(value) }))}
          />
          <p className="import-hint">{text(hintOf(kind))}</p>
          {listOf(kind) !== null && <p className="muted small">{text('exportHint')}</p>}
          <p className="muted small">{text('templateHint')}</p>
          <Notice refusal={template.refusal} />
        </Section>
      )}
      {done !== null && (
        <Message
          tone="ok"
          action={
            <Button size="small" onClick={() => void navigate(wayTo(kind))}>
              {text('goTo')}
            </Button>
          }
        >
          {text('done', { created: count(done.created), updated: count(done.updated), unchanged: count(done.unchanged) })}
        </Message>
      )}
      {preview === null && (
        <Section id="file" title={text('step2')}>
          <div ref={pick}>
            <FilePick kinds={['.xlsx']} chosen={file ?? text('drop')} onFile={(chosen) => void choose(chosen)} />
          </div>
          {check.running && <Progress label={text('checking')} done={null} of={1} />}
          <Notice refusal={failure ?? check.refusal} />
        </Section>
      )}
      {preview !== null && (
        <ImportPreview
          preview={preview}
          file={file ?? ''}
          kind={wordOf(kind)}
          onLeave={reset}
          onApplied={(result) => {
            setPreview(null)
            setFile(null)
            setDone(result)
          }}
        />
      )}
      {preview === null && <History />}
    </Page>
  )
}

function History() {
  const text = useText('imports')
  const wordOf = useKindWord()
  const { data, error } = useApiQuery('imports', 'history', {})
  return (
    <Section id="history" title={text('history')}>
      <Notice refusal={error} />
      <Table
        label={text('history')}
        rows={data ?? []}
        rowKey={(_, index) => index}
        empty={text('historyNone')}
        columns={[
          { key: 'at', title: text('at'), width: 132, render: ({ at }) => dayTime(at) },
          { key: 'kind', title: text('kind'), width: 110, render: ({ kind }) => wordOf(kind) },
          { key: 'file', title: text('file'), render: ({ file }) => file },
          { key: 'created', title: text('created'), width: 80, right: true, render: ({ created }) => count(created) },
          { key: 'updated', title: text('updated'), width: 80, right: true, render: ({ updated }) => count(updated) },
          { key: 'by', title: text('by'), width: 90, render: ({ by }) => by },
        ]}
      />
    </Section>
  )
}

import { useEffect, useRef, useState } from 'react'
import { attachmentKind, codesOf } from '#domain/words'
import { useApiCommand, type ApiOutput } from '../../../api.ts'
import { bytes, dayTime } from '../../../format.ts'
import { useText, useWord } from '../../../messages/index.ts'
import { fileAddress } from '../../../transport.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { useHotkey } from '../../../ui/hotkeys.ts'
import { PdfPreview } from '../../../ui/PdfPreview.tsx'
import { Loading } from '../../../ui/Progress.tsx'
import { saveFile } from '../../../ui/save-file.ts'

export type AttachedFile = ApiOutput<'attachments', 'list'>[number]

type Props = {
  readonly files: readonly AttachedFile[]
  readonly at: number
  readonly onAt: (id: number) => void
  readonly onRemove: (file: AttachedFile) => void
  readonly onClose: () => void
}

/** One file large: the ones before and after by arrow, a picture turned and told what it shows. */
export function AttachmentViewer({ files, at, onAt, onRemove, onClose }: Props) {
  const text = useText('attachments')
  const index = files.findIndex(({ id }) => id === at)
  const file = files[index]
  const change = useApiCommand('attachments', 'change')
  const { run: open, refusal } = useApiCommand('attachments', 'open')
  const [shown, setShown] = useState<{ readonly id: number; readonly fileId: string } | null>(null)
  useEffect(() => {
    let wanted = true
    void open({ id: at }).then((produced) => {
      if (produced && wanted) setShown({ id: at, fileId: produced.fileId })
    })
    return () => {
      wanted = false
    }
  }, [open, at])
  const go = (step: 1 | -1) => {
    const next = files[(index + step + files.length) % files.length]
    if (next !== undefined) onAt(next.id)
  }
  // the file as it was last asked to be, though the list with it may still be on its way
  const asked = useRef<Pick<AttachedFile, 'id' | 'kind' | 'turns'> | null>(null)
  const put = (next: (now: Pick<AttachedFile, 'kind' | 'turns'>) => Partial<Pick<AttachedFile, 'kind' | 'turns'>>) => {
    if (file === undefined) return
    const { kind, turns } = asked.current?.id === file.id ? asked.current : file
    asked.current = { id: file.id, kind, turns, ...next({ kind, turns }) }
    void change.run(asked.current)
  }
  const turn = () => put(({ turns }) => ({ turns: (turns + 1) % 4 }))
  useHotkey('ArrowLeft', () => go(-1), text('before'))
  useHotkey('ArrowRight', () => go(1), text('after'))
  if (file === undefined) return null
  const fileId = shown?.id === file.id ? shown.fileId : null
  return (
    <Dialog title={file.name} open width={1000} onClose={onClose} refusal={refusal ?? change.refusal}>
      <div className="viewer">
        <div className="viewer-bar">
          <Button size="small" kind="quiet" label={text('before')} disabled={files.length < 2} onClick={() => go(-1)}>
            ←
          </Button>
          <span className="figures">
            {index + 1} / {files.length}
          </span>
          <Button size="small" kind="quiet" label={text('after')} disabled={files.length < 2} onClick={() => go(1)}>
            →
          </Button>
          <span className="muted small">
            {file.addedBy} · {dayTime(file.addedAt)} · {bytes(file.bytes)}
          </span>
          <span className="spring" />
          {file.isPicture && (
            <Button size="small" hotkey="R" onClick={turn}>
              {text('turn')}
            </Button>
          )}
          <Button
            size="small"
            disabled={fileId === null}
            onClick={() => {
              if (fileId !== null) saveFile({ fileId, name: file.name })
            }}
          >
            {text('download')}
          </Button>
          <Button size="small" kind="danger" onClick={() => onRemove(file)}>
            {text('remove')}
          </Button>
        </div>
        <KindChips chosen={file.kind} label={text('shows')} onKind={(kind) => put(() => ({ kind }))} />
        <div className="viewer-stage">{fileId === null ? <Loading /> : <Stage file={file} fileId={fileId} />}</div>
      </div>
    </Dialog>
  )
}

function Stage({ file, fileId }: { readonly file: AttachedFile; readonly fileId: string }) {
  const text = useText('attachments')
  const address = fileAddress(fileId)
  const ending = file.name.split('.').at(-1)?.toLowerCase()
  if (file.isPicture) return <img src={address} alt={file.name} className="viewer-picture" data-turns={file.turns} />
  if (ending === 'pdf') return <PdfPreview fileId={fileId} name={file.name} copies={[]} />
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- recorded in the workshop; there is no text of it
  if (ending === 'mp4') return <video src={address} controls aria-label={file.name} className="viewer-picture" />
  return <p className="muted">{text('noPreview')}</p>
}

type ChipsProps = { readonly chosen: AttachedFile['kind']; readonly label: string; readonly onKind: (kind: AttachedFile['kind']) => void }

/** What a picture shows, as the makers ask for it. */
export function KindChips({ chosen, label, onKind }: ChipsProps) {
  const word = useWord()
  return (
    <div className="chips" role="group" aria-label={label}>
      <span className="muted small">{label}</span>
      {codesOf(attachmentKind).map((kind) => (
        <button key={kind} type="button" className="chip" aria-pressed={chosen === kind} onClick={() => onKind(kind)}>
          {word('attachmentKind', kind)}
        </button>
      ))}
    </div>
  )
}

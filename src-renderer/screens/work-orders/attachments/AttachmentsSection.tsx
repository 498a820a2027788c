import { CameraOutlined, UploadOutlined } from '@ant-design/icons'
import { useRef, useState } from 'react'
import { mostFileMegabytes } from '#domain/attachment'
import type { AttachmentKind } from '#domain/words'
import { useApiCommand, useApiQuery } from '../../../api.ts'
import { nameStamp } from '../../../format.ts'
import { AttachmentTiles } from '../../../frame/attachments/AttachmentTiles.tsx'
import { useText, useWord } from '../../../messages/index.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Section } from '../../../ui/Page.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { AttachmentViewer, KindChips, type AttachedFile } from './AttachmentViewer.tsx'
import { CameraDialog, hasCamera } from './CameraDialog.tsx'
import { useAttaching, useFilesFromOutside } from './use-attaching.ts'
import './attachments.css'

const endings = ['.jpg', '.jpeg', '.png', '.webp', '.pdf', '.mp4']

/** 附件: photos and papers of the order, which travel with its claim; dropped, pasted, picked or taken here. */
export function AttachmentsSection({ workOrderId }: { readonly workOrderId: number }) {
  const text = useText('attachments')
  const { data: files = [] } = useApiQuery('attachments', 'list', { workOrderId })
  const { data: wanted } = useApiQuery('attachments', 'wanted', { workOrderId })
  const attaching = useAttaching(workOrderId)
  const remove = useApiCommand('attachments', 'remove')
  const [chosen, setKind] = useState<AttachmentKind | null>(null)
  const [camera, setCamera] = useState(false)
  const [viewing, setViewing] = useState<number | null>(null)
  const [removing, setRemoving] = useState<AttachedFile | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const kind = chosen ?? wanted?.missing[0] ?? 'faultPart'
  const take = (given: readonly File[]) =>
    void attaching.take(
      given.map((file) => named(file, text('photoName'))),
      kindFor(given, kind),
    )
  const over = useFilesFromOutside(take)
  const pick = (next?: AttachmentKind) => {
    if (next !== undefined) setKind(next)
    picker.current?.click()
  }
  const removeNow = async (file: AttachedFile) => {
    if ((await remove.run({ id: file.id })) === null) return
    setRemoving(null)
    setViewing(null)
  }
  return (
    <Section
      id="attachments"
      title={text('title')}
      beside={files.length > 0 && String(files.length)}
      actions={
        <>
          <Button size="small" icon={<CameraOutlined />} hotkey="Ctrl+Shift+K" onClick={() => (hasCamera() ? setCamera(true) : pick())}>
            {text('camera')}
          </Button>
          <Button size="small" icon={<UploadOutlined />} onClick={() => pick()}>
            {text('pick')}
          </Button>
        </>
      }
    >
      <div className="attachments" data-field="attachments">
        {wanted !== undefined && wanted.kinds.length + wanted.count > 0 && <Wanted wanted={wanted} count={files.length} onPick={pick} />}
        {files.length > 0 && <AttachmentTiles workOrderId={workOrderId} files={files} onOpen={setViewing} onRemove={setRemoving} />}
        <div className="file-pick attachments-drop" data-over={over}>
          <button type="button" className="file-pick-button" onClick={() => pick()}>
            {text(over ? 'dropNow' : 'drop', { limit: mostFileMegabytes })}
          </button>
        </div>
        <KindChips chosen={kind} label={text('asKind')} onKind={setKind} />
        {attaching.running !== null && <Progress label={text('adding')} done={attaching.running.done} of={attaching.running.of} />}
        {attaching.refusals.map((refusal, index) => (
          <Notice key={`${refusal.sentence.key}-${String(index)}`} refusal={refusal} onClose={attaching.clear} />
        ))}
        <input
          ref={picker}
          type="file"
          hidden
          multiple
          aria-label={text('pick')}
          accept={hasCamera() ? endings.join(',') : `image/*,${endings.join(',')}`}
          onChange={(event) => {
            take([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </div>
      {camera && <CameraDialog onPhoto={(photo) => take([photo])} onClose={() => setCamera(false)} />}
      {viewing !== null && removing === null && (
        <AttachmentViewer files={files} at={viewing} onAt={setViewing} onRemove={setRemoving} onClose={() => setViewing(null)} />
      )}
      {removing !== null && (
        <Dialog
          title={text('removeTitle', { name: removing.name })}
          open
          onClose={() => {
            remove.clear()
            setRemoving(null)
          }}
          refusal={remove.refusal}
          act={{ word: text('remove'), danger: true, running: remove.running, run: () => void removeNow(removing) }}
        >
          <p>{text('removeAsk')}</p>
        </Dialog>
      )}
    </Section>
  )
}

type WantedProps = {
  readonly wanted: { readonly count: number; readonly kinds: readonly AttachmentKind[]; readonly missing: readonly AttachmentKind[] }
  readonly count: number
  readonly onPick: (kind: AttachmentKind) => void
}

/** What the maker wants to see, ticked off; a missing one is picked from here. */
function Wanted({ wanted, count, onPick }: WantedProps) {
  const text = useText('attachments')
  const word = useWord()
  return (
    <ul className="wanted" aria-label={text('wanted')}>
      <li className="muted small">{text('wanted')}</li>
      {wanted.count > 0 && (
        <li className={`figures ${count < wanted.count ? 'tone-warn' : 'tone-ok'}`}>
          {count < wanted.count ? '!' : '✓'} {text('wantedCount', { count, of: wanted.count })}
        </li>
      )}
      {wanted.kinds.map((kind) => (
        <li key={kind} data-field={`attachments.${kind}`}>
          {wanted.missing.includes(kind) ? (
            <button type="button" className="link" onClick={() => onPick(kind)}>
              ! {word('attachmentKind', kind)} {text('missing')}
            </button>
          ) : (
            <span className="tone-ok">✓ {word('attachmentKind', kind)}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** A pasted picture is called image.png by every system: the moment is a better name. */
function named(file: File, photo: string): File {
  return file.name === 'image.png' || file.name === '' ? new File([file], `${photo}-${nameStamp()}.png`, { type: file.type }) : file
}

/** Only pictures and videos show something on the vehicle. */
function kindFor(files: readonly File[], kind: AttachmentKind): AttachmentKind {
  return files.length > 0 && files.every((file) => file.type === 'application/pdf') ? 'document' : kind
}

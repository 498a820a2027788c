import { FileImageOutlined, FilePdfOutlined, VideoCameraOutlined } from '@ant-design/icons'
import { useMemo } from 'react'
import { useApiQuery, type ApiOutput } from '../../api.ts'
import { useText, useWord } from '../../messages/index.ts'
import './attachment-tiles.css'

type AttachedFile = ApiOutput<'attachments', 'list'>[number]

type Props = {
  readonly workOrderId: number
  readonly files: readonly AttachedFile[]
  readonly onOpen: (id: number) => void
  readonly onRemove?: (file: AttachedFile) => void
}

/** The files as small pictures with what they show; Enter opens one, Delete asks whether it is to go where that can be. */
export function AttachmentTiles({ workOrderId, files, onOpen, onRemove }: Props) {
  const text = useText('attachments')
  const word = useWord()
  const { data } = useApiQuery(
    'attachments',
    'thumbs',
    { workOrderId },
    { enabled: files.some(({ hasThumb }) => hasThumb), keepPrevious: true },
  )
  const thumbs = useMemo(() => new Map((data ?? []).map((thumb) => [thumb.id, thumb.data])), [data])
  return (
    <ul className="tiles">
      {files.map((file) => (
        <li key={file.id}>
          <button
            type="button"
            className="tile"
            aria-label={`${word('attachmentKind', file.kind)} ${file.name}`}
            title={text('tileHint', { name: file.name, by: file.addedBy })}
            onClick={() => onOpen(file.id)}
            onKeyDown={(event) => {
              if (event.key === 'Delete') onRemove?.(file)
            }}
          >
            <span className="tile-picture">
              {thumbs.has(file.id) ? <img src={thumbs.get(file.id)} alt="" data-turns={file.turns} /> : <FileSign name={file.name} />}
            </span>
            <span className="tile-kind">{word('attachmentKind', file.kind)}</span>
            <span className="tile-name">{file.name}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function FileSign({ name }: { readonly name: string }) {
  if (/\.pdf$/i.test(name)) return <FilePdfOutlined aria-hidden />
  return /\.mp4$/i.test(name) ? <VideoCameraOutlined aria-hidden /> : <FileImageOutlined aria-hidden />
}

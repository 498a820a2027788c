import { UploadOutlined } from '@ant-design/icons'
import { useRef, useState, type DragEvent } from 'react'
import { useText } from '../messages/index.ts'

type Props = {
  /** endings with dot, e.g. `['.xlsx']` */
  readonly kinds: readonly string[]
  readonly onFile: (file: File) => void
  readonly chosen?: string
}

/** One file, by click, by key or dropped. */
export function FilePick({ kinds, onFile, chosen }: Props) {
  const text = useText('ui')
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [wrong, setWrong] = useState(false)
  const take = (file: File | undefined) => {
    if (!file) return
    const fits = kinds.some((kind) => file.name.toLowerCase().endsWith(kind))
    setWrong(!fits)
    if (fits) onFile(file)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  return (
    <div
      className="file-pick"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <button type="button" className="file-pick-button" onClick={() => input.current?.click()}>
        <UploadOutlined aria-hidden /> {chosen ?? text('dropFile')}
      </button>
      {wrong && (
        <p className="tone-stop" role="alert">
          × {text('wrongFile', { kinds: kinds.join(' ') })}
        </p>
      )}
      <input
        ref={input}
        type="file"
        hidden
        aria-label={text('chooseFile')}
        accept={kinds.join(',')}
        onChange={(event) => {
          take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
    </div>
  )
}

import { DownloadOutlined, PrinterOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useText } from '../messages/index.ts'
import { fileAddress, printFile } from '../transport.ts'
import { Button } from './Button.tsx'
import { Message } from './Notice.tsx'
import { openPdf } from './open-pdf.ts'
import { Loading } from './Progress.tsx'

type Props = {
  readonly fileId: string
  /** what a saved copy is called */
  readonly name: string
  /** the copy each page belongs to, or the names of the copies, pages shared out evenly */
  readonly copies: readonly string[]
  /** overrides printing, e.g. to log the print first */
  readonly onPrint?: () => unknown
  readonly printing?: boolean
  readonly actions?: ReactNode
  /** beside a page with a primary act of its own: printing steps back */
  readonly beside?: boolean
  /** drawn anew while one types: stays at its place and zoom, the former pages until the next are there */
  readonly live?: boolean
}

const stripes: readonly (readonly [RegExp, string])[] = [
  [/白/, 'white'],
  [/红/, 'red'],
  [/黄/, 'yellow'],
  [/蓝/, 'blue'],
  [/绿/, 'green'],
]
const order = ['white', 'red', 'yellow', 'blue', 'green']

function stripeOf(copy: string, index: number): string {
  return stripes.find(([colour]) => colour.test(copy))?.[1] ?? order[index % order.length] ?? 'white'
}

/** `第二联 某某确认后返回存档` → `第二联`, all of them where one page is all copies; who gets it is said on the tab's title and below each page. */
function shortOf(copy: string): string {
  return copy
    .split(' / ')
    .map((each) => /^第.联/.exec(each)?.[0] ?? each)
    .join(' + ')
}

/** The real PDF, page by page, with the copies' names as tabs; a preview is no print (settled.md 26). */
export function PdfPreview({ live = false, ...props }: Props) {
  return live ? <PdfView {...props} /> : <PdfView key={props.fileId} {...props} />
}

function PdfView({ fileId, name, copies, onPrint, printing = false, actions, beside = false }: Omit<Props, 'live'>) {
  const text = useText('ui')
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [zoom, setZoom] = useState(1)
  const pages = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let wanted = true
    openPdf({ url: fileAddress(fileId) }).then(
      (opened) => {
        if (!wanted) return
        setFailure(null)
        setPdf(opened)
      },
      (error: unknown) => {
        if (wanted) setFailure(error instanceof Error ? error.message : String(error))
      },
    )
    return () => {
      wanted = false
    }
  }, [fileId])
  const total = pdf?.numPages ?? 0
  const perCopy = copies.length === 0 ? total : Math.max(1, Math.floor(total / copies.length))
  // Many papers in one file repeat their copies: a tab leads to the first page of each.
  const tabs = [...new Set(copies)].filter((copy) => copy !== '')
  return (
    <section className="pdf" aria-label={text('preview')}>
      <header className="pdf-head">
        <div className="pdf-tabs">
          {tabs.map((copy, index) => (
            <button
              key={copy}
              type="button"
              className="pdf-tab"
              title={copy}
              data-stripe={stripeOf(copy, index)}
              onClick={() => pages.current?.querySelector(`[data-page="${copies.indexOf(copy) * perCopy + 1}"]`)?.scrollIntoView()}
            >
              {shortOf(copy)}
            </button>
          ))}
        </div>
        <span className="spring" />
        <Button
          size="small"
          kind="quiet"
          label={text('zoomOut')}
          icon={<ZoomOutOutlined />}
          onClick={() => setZoom(Math.max(0.5, zoom - 0.25))}
        >
          {''}
        </Button>
        <span className="pdf-word">
          <Button size="small" kind="quiet" label={text('fitWidth')} onClick={() => setZoom(1)}>{`${Math.round(zoom * 100)}%`}</Button>
        </span>
        <Button
          size="small"
          kind="quiet"
          label={text('zoomIn')}
          icon={<ZoomInOutlined />}
          onClick={() => setZoom(Math.min(3, zoom + 0.25))}
        >
          {''}
        </Button>
        <a className="link pdf-download" href={fileAddress(fileId)} download={name} title={text('download')} aria-label={text('download')}>
          <DownloadOutlined aria-hidden />
          <span className="pdf-word"> {text('download')}</span>
        </a>
        {actions}
        <Button
          kind={beside ? 'plain' : 'primary'}
          size={beside ? 'small' : 'middle'}
          hotkey="Ctrl+P"
          running={printing}
          disabled={pdf === null}
          icon={<PrinterOutlined />}
          onClick={onPrint ?? (() => printFile(fileId))}
        >
          {text('print')}
        </Button>
      </header>
      {failure !== null && <Message tone="stop">{text('pdfFailed', { reason: failure })}</Message>}
      {pdf === null && failure === null && <Loading />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys */}
      <div className="pdf-pages" ref={pages} tabIndex={0} role="group" aria-label={name}>
        {pdf &&
          Array.from({ length: total }, (_, index) => (
            <PdfPage
              key={index}
              pdf={pdf}
              number={index + 1}
              zoom={zoom}
              copy={copies[Math.floor(index / perCopy)] ?? ''}
              label={text('page', { page: index + 1, pages: total })}
            />
          ))}
      </div>
    </section>
  )
}

/** Drawn when it comes near the sight, so that 300 vouchers open at once. */
function PdfPage({
  pdf,
  number,
  zoom,
  copy,
  label,
}: {
  readonly pdf: PDFDocumentProxy
  readonly number: number
  readonly zoom: number
  readonly copy: string
  readonly label: string
}) {
  const box = useRef<HTMLElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [near, setNear] = useState(number <= 2)
  const [shape, setShape] = useState<{ readonly width: number; readonly height: number }>({ width: 595, height: 842 })
  useEffect(() => {
    if (!box.current) return undefined
    const watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true)
      },
      { rootMargin: '600px' },
    )
    watcher.observe(box.current)
    return () => watcher.disconnect()
  }, [])
  useEffect(() => {
    if (!near) return undefined
    let wanted = true
    let cancel = () => {}
    void pdf.getPage(number).then((page) => {
      const plain = page.getViewport({ scale: 1 })
      const target = canvas.current
      if (!wanted || !target) return
      setShape({ width: plain.width, height: plain.height })
      const width = (box.current?.parentElement?.clientWidth ?? 800) - 48
      const scale = Math.min(width / plain.width, 1.35) * zoom
      const viewport = page.getViewport({ scale: scale * window.devicePixelRatio })
      target.width = viewport.width
      target.height = viewport.height
      target.style.width = `${viewport.width / window.devicePixelRatio}px`
      const drawing = page.render({ canvas: target, viewport })
      cancel = () => drawing.cancel()
      // A cancelled drawing is not a failure: the next zoom draws anew.
      drawing.promise.catch(() => undefined)
    })
    return () => {
      wanted = false
      cancel()
    }
  }, [pdf, number, zoom, near])
  return (
    <figure className="pdf-page" data-page={number} ref={box}>
      <canvas ref={canvas} style={{ aspectRatio: `${shape.width} / ${shape.height}` }} aria-label={`${copy} ${label}`} />
      <figcaption>{copy === '' ? label : `${copy} · ${label}`}</figcaption>
    </figure>
  )
}

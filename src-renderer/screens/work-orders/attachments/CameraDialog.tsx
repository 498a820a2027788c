import { useEffect, useRef, useState } from 'react'
import { nameStamp } from '../../../format.ts'
import { useText } from '../../../messages/index.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Message } from '../../../ui/Notice.tsx'

type Props = { readonly onPhoto: (photo: File) => void; readonly onClose: () => void }

/** A browser away from this machine without https has no camera; then the picker offers the phone's own. */
export const hasCamera = (): boolean => window.isSecureContext && 'mediaDevices' in navigator

/** What the camera sees; each press takes a photo, and the dialog stays for the next one. */
export function CameraDialog({ onPhoto, onClose }: Props) {
  const text = useText('attachments')
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<'starting' | 'ready' | 'refused'>('starting')
  const [taken, setTaken] = useState(0)
  useEffect(() => {
    let stream: MediaStream | null = null
    let wanted = true
    navigator.mediaDevices
      .getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } } })
      .then(async (opened) => {
        stream = opened
        if (!wanted || video.current === null) return opened.getTracks().forEach((track) => track.stop())
        video.current.srcObject = opened
        await video.current.play()
        setState('ready')
        return undefined
      })
      .catch(() => {
        if (wanted) setState('refused')
      })
    return () => {
      wanted = false
      stream?.getTracks().forEach((track) => track.stop())
    }
  }, [])
  const take = async () => {
    const from = video.current
    if (from === null || from.videoWidth === 0) return
    const canvas = document.createElement('canvas')
    canvas.width = from.videoWidth
    canvas.height = from.videoHeight
    canvas.getContext('2d')?.drawImage(from, 0, 0)
    const bytes = await new Promise<Blob | null>((answer) => {
      canvas.toBlob(answer, 'image/jpeg', 0.9)
    })
    if (bytes === null) return
    setTaken((count) => count + 1)
    onPhoto(new File([bytes], `${text('photoName')}-${nameStamp()}.jpg`, { type: 'image/jpeg' }))
  }
  return (
    <Dialog
      title={text('camera')}
      open
      width={860}
      onClose={onClose}
      isDone={taken > 0}
      act={{ word: text('shoot'), run: () => void take(), disabled: state !== 'ready' }}
    >
      {state === 'refused' ? (
        <Message tone="warn">{text('cameraRefused')}</Message>
      ) : (
        <>
          <video ref={video} className="camera" muted playsInline aria-label={text('camera')} />
          <p className="muted small" role="status">
            {taken === 0 ? text('cameraHint') : text('cameraTaken', { count: taken })}
          </p>
        </>
      )}
    </Dialog>
  )
}

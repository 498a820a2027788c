import { useState } from 'react'
import type { AppError } from '#domain/errors'
import { isPicture, type FillValue } from '#domain/form-fill'
import type { KeptPicture } from '#domain/picture'
import { refusalOf, useApiQuery } from '../../api.ts'
import { AttachmentTiles } from '../../frame/attachments/AttachmentTiles.tsx'
import { useText } from '../../messages/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { FilePick } from '../../ui/FilePick.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { keepAttached, keepPhoto, photoKinds } from './read-photo.ts'
import { useKeptPicture } from './use-kept-picture.ts'

type Props = {
  readonly label: string
  readonly value: FillValue
  readonly disabled: boolean
  readonly workOrderId: number | null
  readonly onChange: (value: FillValue) => void
}

/** A photo printed in a frame of the form: one attached to the order, or a file. */
export function PictureInput({ label, value, disabled, workOrderId, onChange }: Props) {
  const text = useText('forms')
  const [reading, setReading] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const [refusal, setRefusal] = useState<AppError | null>(null)
  const take = async (work: Promise<KeptPicture>) => {
    setChoosing(false)
    setReading(true)
    setRefusal(null)
    await work.then(onChange, (error: unknown) => setRefusal(refusalOf(error)))
    setReading(false)
  }
  return (
    <div className="photo-input" role="group" aria-label={label}>
      {isPicture(value) && <Photo picture={value} label={label} />}
      {!disabled && (
        <div className="photo-acts">
          <FilePick
            kinds={photoKinds}
            onFile={(file) => void take(keepPhoto(file, file.name))}
            chosen={reading ? text('photoReading') : text('photoFile')}
          />
          {workOrderId !== null && (
            <Button size="small" onClick={() => setChoosing(true)}>
              {text('photoAttached')}
            </Button>
          )}
          {isPicture(value) && (
            <Button size="small" kind="quiet" onClick={() => onChange(null)}>
              {text('photoNone')}
            </Button>
          )}
        </div>
      )}
      <Notice refusal={refusal} onClose={() => setRefusal(null)} />
      {choosing && workOrderId !== null && (
        <AttachedPhotos
          title={`${label} · ${text('photoAttached')}`}
          workOrderId={workOrderId}
          onTake={(work) => void take(work)}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  )
}

function Photo({ picture, label }: { readonly picture: KeptPicture; readonly label: string }) {
  const address = useKeptPicture(picture.sha256)
  return address === null ? null : <img className="photo-shown" src={address} alt={label} />
}

type PhotosProps = {
  readonly title: string
  readonly workOrderId: number
  readonly onTake: (work: Promise<KeptPicture>) => void
  readonly onClose: () => void
}

function AttachedPhotos({ title, workOrderId, onTake, onClose }: PhotosProps) {
  const text = useText('forms')
  const { data: files, error } = useApiQuery('attachments', 'list', { workOrderId })
  const photos = files?.filter(({ isPicture: isPhoto }) => isPhoto)
  const take = (id: number) => {
    const photo = photos?.find((each) => each.id === id)
    if (photo !== undefined) onTake(keepAttached(photo))
  }
  return (
    <Dialog title={title} open width={760} onClose={onClose} refusal={error}>
      {photos?.length === 0 ? (
        <Empty title={text('photosNone')} />
      ) : (
        <AttachmentTiles workOrderId={workOrderId} files={photos ?? []} onOpen={take} />
      )}
    </Dialog>
  )
}

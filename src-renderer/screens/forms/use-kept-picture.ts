import { useEffect, useState } from 'react'
import type { KeptPicture } from '#domain/picture'
import { api } from '../../api.ts'
import { fileAddress } from '../../transport.ts'

/** The address of a picture in the station's keeping, asked for once for each hash; null until it is known. */
export function useKeptPicture(picture: KeptPicture | null): string | null {
  const [known, setKnown] = useState<{ readonly sha256: string; readonly address: string } | null>(null)
  const { sha256 = null, width = 0, height = 0 } = picture ?? {}
  useEffect(() => {
    if (sha256 === null) return undefined
    let wanted = true
    api.forms.picture({ sha256, width, height }).then(({ fileId }) => { if (wanted) setKnown({ sha256, address: fileAddress(fileId) }) }, () => undefined)
    return () => { wanted = false }
  }, [sha256, width, height])
  return known !== null && known.sha256 === sha256 ? known.address : null
}

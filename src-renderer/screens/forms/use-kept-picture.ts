import { useEffect, useState } from 'react'
import { api } from '../../api.ts'
import { fileAddress } from '../../transport.ts'

/** The address of a picture in the station's keeping, by the hash of its bytes, asked for once for each hash; null until it is known. */
export function useKeptPicture(sha256: string | null): string | null {
  const [known, setKnown] = useState<{ readonly sha256: string; readonly address: string } | null>(null)
  useEffect(() => {
    if (sha256 === null) return undefined
    let wanted = true
    api.forms.picture({ sha256 }).then(
      ({ fileId }) => {
        if (wanted) setKnown({ sha256, address: fileAddress(fileId) })
      },
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [sha256])
  return known !== null && known.sha256 === sha256 ? known.address : null
}

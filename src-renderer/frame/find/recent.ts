import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useLocation } from 'react-router'
import { useSession } from '../session.ts'
import type { Found } from './use-found.ts'

export type RecordRef = Pick<Found, 'kind' | 'id'>

/** Where a record of each kind opens. */
export const wayTo: Record<Found['kind'], (id: number) => string> = {
  workOrder: (id) => `/work-orders/${id}`,
  partsRequest: (id) => `/requests/${id}`,
  customer: (id) => `/customers/${id}`,
  unit: (id) => `/units/${id}`,
  part: (id) => `/catalogue?part=${id}`,
  paper: (id) => `/papers/${id}`,
  claim: (id) => `/claims/${id}`,
  batch: (id) => `/batches/${id}`,
  manifest: (id) => `/manifests/${id}`,
  returnedPart: (id) => `/old-parts?part=${id}`,
}
const places: Readonly<Record<string, Found['kind']>> = {
  'work-orders': 'workOrder',
  requests: 'partsRequest',
  customers: 'customer',
  units: 'unit',
  papers: 'paper',
  claims: 'claim',
  batches: 'batch',
  manifests: 'manifest',
}
const kept = 10

function useRecentKey(): string {
  const { stationCode, me } = useSession()
  return `recent:${stationCode}:${me?.id ?? 0}`
}

const noted = 'recent-noted'

function read(text: string | null): readonly RecordRef[] {
  try {
    const stored: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(stored)
      ? stored.filter((each: unknown): each is RecordRef => typeof each === 'object' && each !== null && 'kind' in each && 'id' in each)
      : []
  } catch {
    return []
  }
}

/** What this person looked at last on this seat, newest first. */
export function useRecent(): readonly RecordRef[] {
  const key = useRecentKey()
  const stored = useSyncExternalStore(onNoted, () => localStorage.getItem(key))
  return useMemo(() => read(stored), [stored])
}

function onNoted(listener: () => void): () => void {
  window.addEventListener(noted, listener)
  return () => window.removeEventListener(noted, listener)
}

/** Notes every record whose page is opened. */
export function useNoteRecent(): void {
  const key = useRecentKey()
  const { pathname } = useLocation()
  useEffect(() => {
    const [, place = '', id] = /^\/([\w-]+)\/(\d+)$/.exec(pathname) ?? []
    const kind = places[place]
    if (kind === undefined) return
    const others = read(localStorage.getItem(key)).filter((each) => each.kind !== kind || each.id !== Number(id))
    localStorage.setItem(key, JSON.stringify([{ kind, id: Number(id) }, ...others].slice(0, kept)))
    window.dispatchEvent(new Event(noted))
  }, [key, pathname])
}

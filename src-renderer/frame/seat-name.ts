import { useEffect } from 'react'
import { api } from '../api.ts'

const storageKey = 'seat-name'

/** What this place is called; the browser or desk remembers it, the host knows it for the run. */
export function seatName(): string {
  return localStorage.getItem(storageKey) ?? ''
}

export function nameSeat(name: string): void {
  localStorage.setItem(storageKey, name)
}

/** Tells the host after each sign-in what this seat is called. */
export function useSeatName(): void {
  useEffect(() => {
    const name = seatName()
    // without its name the seat is only listed by number
    if (name !== '') api.seats.rename({ name }).catch(() => undefined)
  }, [])
}

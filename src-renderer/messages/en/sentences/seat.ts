import type { seatSentences } from '#domain/sentences/seat'

export const seatEn = {
  'seat.notServed': 'Only the desk is served now; first let browsers in under Settings → Seats',
  'seat.ownSeat': 'This is the seat you sit at; use “Switch user” at the top right',
  'seat.gone': 'This seat is gone already; reload the list',
} satisfies Record<keyof typeof seatSentences, string>

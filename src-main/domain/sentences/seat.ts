/** The places the program is used from. */
export const seatSentences = {
  'seat.notServed': '现在只有主机一个席位；用浏览器席请以 npm start 的浏览器方式运行程序',
  'seat.ownSeat': '不能关闭自己正在用的席位，请用右上角「换人」退出',
  'seat.gone': '这个席位已经不在了，请刷新列表',
} as const

/** What one shop may ask of the admin: more than its staff does with all their tabs. Few of it are drawn at the same time. */
export const SHOP_RATE = { perSecond: 200, burst: 2_000 }
/** What one network may ask without a shop's word, counted in what it costs; and what it may deliver, in a count of its own. */
export const NETWORK_RATE = { perSecond: 1_000, burst: 10_000 }
/** Pages of the admin among them: a machine draws some forty a second, and nobody takes more than half of that for nothing, one at a time. */
export const PAGE_RATE = { perSecond: 20, burst: 300 }
/** A body that is read before anybody is known costs 1 more for so many bytes: checking its signature does. */
export const BYTES_FOR_ONE = 16_384
/** What shoppers of one shop may ask at the storefront's door. */
export const SHOPPER_RATE = { perSecond: 500, burst: 2_000 }

/** What pixels may tell, in events: those in browsers of one network, and all of one shop's. Each is a row that is kept for months. */
export const NETWORK_EVENT_RATE = { perSecond: 10, burst: 2_000 }
export const SHOP_EVENT_RATE = { perSecond: 200, burst: 20_000 }

/** Open at the same time; further ones wait in the system's own queue. */
export const MOST_CONNECTIONS = 5_000
/** Milliseconds for which who was answered before their body had come may go on sending it. */
export const LINGER = 5_000
/** Milliseconds in which the head of a request must have come. */
export const HEAD_WITHIN = 10_000
/** Milliseconds that a connection may lie idle: longer than any proxy keeps one, lest it asks on what is just being closed. */
export const IDLE = 75_000

/** Bytes of a body for the admin: as much as a CSV file may have, and what a form has that nobody vouches for. */
export const MOST_BODY = 50_000_000
export const MOST_UNVOUCHED_BODY = 65_536
/** Bytes of a body that are read before somebody asks for them, beyond what one reading of a socket gives. */
export const READ_AHEAD = 4_096
/** Kept in memory up to here, in a file from here on. */
export const BODY_IN_MEMORY = 65_536
/** Bytes a second: a large file takes some seconds, and no more of this process than a shopper does. */
export const BODY_RATE = 5_000_000
/** Milliseconds without a byte after which a body is given up, and milliseconds for all of it. */
export const BODY_PAUSE = 10_000
export const BODY_WITHIN = 600_000

/** What is drawn beside each other in the process for light pages, and of one name. */
export const LIGHT_LANES = { places: 32, each: 4, waiting: 100 }
/** Of those whom nobody knows, so few that a merchant's page waits behind one of them at most. */
export const STRANGERS = { places: 1, each: 1, waiting: 20 }
/** One heavy page of a shop at a time. */
export const HEAVY_WAITING = 20
/** How many times as long as a heavy page reading a file may take. */
export const IMPORT_TIMES = 2
/** Milliseconds that a page may take to end once nobody waits for it any more. */
export const GRACE_WHEN_GONE = 1_000
/**
 * Megabytes of memory that the process of a heavy page may keep when it is done, and when nobody has asked it for a while. While another
 * starts to take its place there are two: where that happens too soon more is held, not less.
 */
export const HEAVY_KEEPS = 500
export const HEAVY_KEEPS_IDLE = 280
/** Milliseconds of that while. */
export const IDLE_FOR = 20_000

/** What a page tells its blocks of the shopper's privacy, all purposes alike. `isAllowed`: whether data may be collected now. */
export function privacyOf(isAllowed: boolean): object {
  const of = { analytics: isAllowed, marketing: isAllowed, preferences: isAllowed, saleOfData: isAllowed }
  return { allowedProcessing: of, visitorConsent: of, metafields: [], region: {}, shouldShowBanner: false, saleOfDataRegion: false }
}

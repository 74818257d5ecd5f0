/** Where a shop's customers live: what they are called and the numbers that regulators keep free for stories. */
export interface People {
  readonly firstNames: readonly string[]
  readonly lastNames: readonly string[]
  /** Prefixes that three more digits complete to a number nobody has. */
  readonly phonePrefixes: readonly string[]
  /** Which three digits are free. */
  readonly phoneDigits: readonly [from: number, to: number]
}

const words = (text: string): string[] => text.trim().split(/\s+/)

export const alpinePeople: People = {
  firstNames: words(`
    Anna Lukas Marie Jakob Lena Felix Sophie Paul Hannah Jonas Klara Moritz Ida Emil Frieda Anton Johanna Theo Greta Oskar Mila Valentin Rosa
    Simon Magdalena Tobias Katharina Florian Theresa Matthias Veronika Andreas Birgit Stefan Claudia Markus Ursula Günther Jürgen Renate Zoë
    Aylin Emre Leyla Mehmet Ivana Marko Jelena Dario Giulia Matteo Chiara Luca Zsófia Bence Eszter Jana Tomáš Eliška Ondřej Agnieszka Piotr
    Noor Amir Yara Samuel Miriam David Esther Björn Astrid Søren Inès Hugo Léa Maël`),
  lastNames: words(`
    Gruber Huber Wagner Pichler Steiner Moser Mayer Hofer Leitner Berger Fuchs Eder Fischer Schmid Winkler Weber Schwarz Maier Reiter Brunner
    Lang Wimmer Egger Lechner Auer Aigner Binder Haas Ebner Wallner Böhm Köck Grünwald Müller Schäfer Krämer Vogel Sommer Winter Nowak Horvat
    Novák Dvořák Kovács Szabó Yılmaz Kaya Demir Marić Petrović Rossi Conti Moretti Nussbaumer Oberleitner Achleitner Zehetner Stadlmann
    Rosenzweig Lindqvist Østergaard Dubois Lefèvre O’Brien van-den-Berg Haddad Rahimi Farkas Kogler Tscherne Waldhäusl`),
  phonePrefixes: ['+447700900', '+441632960', '+493023125', '+494066969'],
  phoneDigits: [0, 999],
}

export const americanPeople: People = {
  firstNames: words(`
    Ava Liam Nora Mateo Zoe Caleb Ruth Elijah Maya Owen Priya Arjun Mei Kenji Fatima Omar Rosa Diego Hazel Jude Wren Silas Opal Ezra Ingrid
    Tobias Naomi Isaac Tess Malik Imani Desmond Leona Frank June Walter Pearl Gus Clementine Abe`),
  lastNames: words(`
    Carter Nguyen Ramirez Brooks Patel Kowalski Okafor Whitfield Delgado Sato Bennett Flores Haddad Larsen Mbeki Callahan Ortiz Fairbanks Ito
    Washington Rosen Abernathy Chen Duarte Ellison Fontaine Gallagher Hollis Iverson Jefferson`),
  phonePrefixes: ['+12125550', '+16175550', '+18025550', '+15185550'],
  phoneDigits: [100, 199],
}

/** Words without meaning for a search. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about after again all also am an and any are as at be because been before being but by can cannot cant could
  did didnt do does doesnt doing dont during each every few for from get gets getting got had has hasnt have having
  he help her here him his how i if im in into is isnt it its ive just know let like made make makes many may me might more most much
  must my need needs no nobody nor not now of off on once one only or other our out over please s same she should since so
  some somebody someone something still such t take taken takes than that the their them then there these they thing things this those through
  to too under until up us use used using very want was wasnt way we were what whats when where which while who whom whose why
  will with without wont would you your`
    .split(/\s+/)
    .filter(Boolean),
);

/** Everyday words, which mean less than their rarity in a few hundred pages suggests. */
export const EVERYDAY_WORDS: ReadonlySet<string> = new Set(
  `able accept accepted actual actually add added advance affect affected ago allow allowed almost along already always announce announced
  another anymore anyone anything apart appear appeared around ask asked available avoid away back bad become becomes began begin behind
  below best better between big bit both bring brings broken brought build call called came care carefully case cases cause caused causes
  certain change changed changes check clear close come comes common complete completely consider contain correct cover create created
  current currently day days deal decide depend did differ different difficult direct directly due early easily easy effect either else
  empty end ended enough entire entirely especially even event ever every everyone everything exact exactly example exist existing exists expect expected
  explain extra face fact far fast feel felt few final finally find fine finish first fix fixed follow following force forever found four
  free full further gave general give given gives go goes going gone good great group grow grown half hand happen happened happening
  happens happy hard hardly hear held high hit hold hope hour hours huge idea immediately important include includes including increase increased instead
  involve issue issues item keep keeps kept kind knew known knows large last late later lead least leave leaves led left less let
  level line list little live lives long longer look looked looking looks lot low main mark marked matter maybe mean means meant measure
  middle minor minute minutes moment month months morning move near necessary never new next night none normal normally note nothing notice number
  occur occurred often ok old open order original others own part particular past people perhaps person pick picks place plan play point
  possible present pretty previous probably problem problems proper properly provide pull purpose put question quick quickly quite rather
  read ready real really reason recent recently related remain remained remaining remove report reserved response rest result results return right
  run running runs said saw say says second seconds see seem seemed seems seen self send sent set several short show showed shown shows side
  similar simple simply single sit situation size small somewhat soon sort specific stand start started starting state stay step
  still stop stopped stops strange sudden suddenly support sure system team tell than thank thought three time times today together told
  took total toward tried trouble try trying turn turned two unable understand unexpected unknown usual usually value various view wait waiting walk
  wanted watch way week weeks weird well went whether whole wide within without word work worked working works world worse worst write wrong
  wrote year years yes yesterday yet`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words that are in log lines of all kinds, whatever happened. */
export const LOG_WORDS: ReadonlySet<string> = new Set(
  `error errors err warn warning info debug trace notice fatal crit critical alert emerg severe exception exceptions caused
  failed failure fail fails cannot could unable unexpected message msg reason code status level time timestamp
  ts date thread main line file module logger log logs pid tid host hostname server client request response user users id uuid
  null none nil true false undefined unknown type name value data key com org net io www http https localhost
  jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun utc gmt ms sec secs seconds
  java lang util usr lib bin src app apps home opt var node modules index js py rb go cpp traceback most recent call last
  stack frame max min example kernel linux goroutine running process method path caller site packages runtime exit exited detected mac src dst len proto conn socket get post put delete json text html xml v1 v2 api
  connect connecting connected port refer details option options argument arguments`
    .split(/\s+/)
    .filter(Boolean),
);

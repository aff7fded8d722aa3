/** Words that say nothing about what is looked for. */
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

/** Words of everyday log lines: they say that something was logged, not what happened. */
export const LOG_WORDS: ReadonlySet<string> = new Set(
  `error errors err warn warning info debug trace notice fatal crit critical alert emerg severe exception exceptions caused
  failed failure fail fails cannot could unable unexpected message msg reason code status level time timestamp
  ts date thread main line file module logger log logs pid tid host hostname server client request response user users id uuid
  null none nil true false undefined unknown type name value data key com org net io www http https localhost
  jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun utc gmt ms sec secs seconds
  java lang util usr lib bin src app apps home opt var node modules index js py rb go cpp traceback most recent call last
  stack frame goroutine running process method path get post put delete json text html xml v1 v2 api`
    .split(/\s+/)
    .filter(Boolean),
);

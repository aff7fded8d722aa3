/** Finds the checks that are about a service. */
import type { LessonCheck } from './checks-at-pause-point.ts';
import type { Knowledge } from './knowledge.ts';

/** Returns the checks of the lessons in use that name a service, or whose lesson does if they name none. */
export function findServiceChecks(knowledge: Knowledge, service: string): LessonCheck[] {
  return knowledge
    .all('lesson')
    .filter(({ data }) => !data.replacedBy)
    .flatMap((lesson) => lesson.data.checks.map((check) => ({ ...check, lesson })))
    .filter(({ services, lesson }) =>
      (services.length > 0 ? services : lesson.data.services).includes(service),
    );
}

import { type RefObject, useEffect, useState } from 'react';

/** Whether an element has ever been within a screen's height of what is seen. */
export function useNear(element: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (near || !target) return undefined;
    const observer = new IntersectionObserver((entries) => setNear(entries.some((entry) => entry.isIntersecting)), { rootMargin: '100%' });
    observer.observe(target);
    return () => observer.disconnect();
  }, [element, near]);
  return near;
}

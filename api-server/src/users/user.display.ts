import type { User } from './user.repository.ts';

/** A member as they see themselves. */
export function displayUser(user: User, maxBytes: number) {
  return {
    id: user.id,
    email: user.email,
    displayName: user.display_name,
    isAdmin: user.is_admin,
    createdAt: user.created_at.toISOString(),
    usage: { images: user.image_count, bytes: user.image_bytes, maxBytes },
  };
}

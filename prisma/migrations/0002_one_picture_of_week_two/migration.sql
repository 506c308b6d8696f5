-- The picture that is taken by itself is taken once, however many workers think of it.
CREATE UNIQUE INDEX "roadmap_picture_week_two_key" ON "roadmap_picture" ("tribe_id", "quarter") WHERE reason = 'week-2';

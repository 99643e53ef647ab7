ALTER TABLE "submission_version" ADD COLUMN "partial" boolean;--> statement-breakpoint
CREATE INDEX "submission_version_decided" ON "submission_version" USING btree ("decided_by","decided_at");
import sharp from 'sharp';

// As the function has it, so that no contender pays for waiting threads.
sharp.cache(false);
sharp.concurrency(1);
